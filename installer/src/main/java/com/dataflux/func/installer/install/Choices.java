package com.dataflux.func.installer.install;

import com.dataflux.func.templates.Port;
import com.dataflux.func.templates.PublishMode;
import java.util.Optional;

/// The options that shape an install and hold for later runs; an empty one was not given.
///
/// @param advertiseAddress address or network card that the Swarm is known by
public record Choices(
    Optional<Boolean> mini,
    Optional<Boolean> noMysql,
    Optional<Boolean> noRedis,
    Optional<Boolean> mqtt,
    Optional<Port> port,
    Optional<PublishMode> publishMode,
    Optional<String> advertiseAddress) {

  public static final Choices NONE =
      new Choices(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Whether the Swarm is one of this host alone, which needs nothing from others.
  boolean alone() {
    return advertiseAddress.isEmpty();
  }

  public Choices withPort(Port other) {
    return new Choices(
        mini, noMysql, noRedis, mqtt, Optional.of(other), publishMode, advertiseAddress);
  }

  public Choices withNoMysql(boolean none) {
    return new Choices(mini, Optional.of(none), noRedis, mqtt, port, publishMode, advertiseAddress);
  }

  /// These choices, and the earlier ones wherever these are silent.
  public Choices over(Choices earlier) {
    return new Choices(
        mini.or(earlier::mini),
        noMysql.or(earlier::noMysql),
        noRedis.or(earlier::noRedis),
        mqtt.or(earlier::mqtt),
        port.or(earlier::port),
        publishMode.or(earlier::publishMode),
        advertiseAddress.or(earlier::advertiseAddress));
  }
}

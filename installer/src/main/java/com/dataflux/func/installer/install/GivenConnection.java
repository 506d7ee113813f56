package com.dataflux.func.installer.install;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.Port;
import java.util.Optional;

/// What the command line says about an external database.
///
/// @param database name of the schema, or number of the Redis database
public record GivenConnection(
    Optional<String> host,
    Optional<Port> port,
    Optional<String> user,
    Optional<Secret> password,
    Optional<String> database) {

  public static final GivenConnection NONE =
      new GivenConnection(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isGiven() {
    return !equals(NONE);
  }
}

package com.dataflux.func.installer.command;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import com.dataflux.func.templates.PublishMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that shape the stack, shared by every command that renders it.
final class StackArguments {
  @Option(
      names = "--mini",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description =
          "One worker for all queues; asks for 1 CPU and 2 GB instead of 2 CPUs and 4 GB.")
  private @Nullable Boolean mini;

  @Option(
      names = "--install-dir",
      paramLabel = "DIR",
      description = "Install there instead of /usr/local/dataflux-func.")
  private @Nullable InstallDir installDir;

  @Option(
      names = "--no-mysql",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Do not run the built-in MySQL; the connection is given at setup.")
  private @Nullable Boolean noMysql;

  @Option(
      names = "--no-redis",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Do not run the built-in Redis; the connection is given at setup.")
  private @Nullable Boolean noRedis;

  @Option(
      names = "--mqtt",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Run the Mosquitto broker, and create its data source.")
  private @Nullable Boolean mqtt;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Published web port; 8088 if not given.")
  private @Nullable Port port;

  @Option(
      names = "--publish-mode",
      paramLabel = "host|ingress",
      description = "Publish ports on this host (the default) or through Swarm's routing mesh.")
  private @Nullable PublishMode publishMode;

  @Option(
      names = "--advertise-addr",
      paramLabel = "ADDR_OR_NIC",
      description = "Address by which other nodes of a Swarm reach this one.")
  private @Nullable String advertiseAddress;

  Optional<InstallDir> installDir() {
    return Optional.ofNullable(installDir);
  }

  Choices choices() {
    return new Choices(
        Optional.ofNullable(mini),
        Optional.ofNullable(noMysql),
        Optional.ofNullable(noRedis),
        Optional.ofNullable(mqtt),
        Optional.ofNullable(port),
        Optional.ofNullable(publishMode),
        Optional.ofNullable(advertiseAddress));
  }
}

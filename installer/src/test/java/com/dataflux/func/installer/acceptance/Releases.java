package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.AirGappedHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Later releases, each made of the bundle that the tests install, and the install that they meet.
final class Releases {
  static final String DIRECTORY = "/usr/local/dataflux-func";

  private Releases() {}

  /// A release whose image of the application is another one.
  static ChangedBundle release(Path bundles, String name) {
    return ChangedBundle.of(BuiltBundle.directory(), bundles.resolve(name))
        .withImageSettings(Map.of("Labels", Map.of("release", name)));
  }

  /// With further upgrades of the tables, where the program finds its own.
  static ChangedBundle withSchema(ChangedBundle bundle, String... upgrades) {
    Path options =
        Path.of(System.getProperty("project.root"))
            .resolve("runtime/src/main/packaging/java.options");
    try {
      bundle.withImageFile(
          "usr/src/app/java.options",
          Files.readString(options) + "-Xbootclasspath/a:/usr/src/app/more\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < upgrades.length; i++) {
      bundle.withImageFile("usr/src/app/more/schema/%04d.sql".formatted(i + 2), upgrades[i]);
    }
    return bundle;
  }

  static void install(AirGappedHost host) {
    InstalledHost.install(
        host,
        DIRECTORY,
        8088,
        List.of("mysql", "redis", "mosquitto", "server", "worker", "beat"),
        "--mini",
        "--mqtt",
        "--yes");
    HostState.writeData(host);
    editByHand(host);
  }

  /// What people change of an install, which every release is to leave alone.
  private static void editByHand(AirGappedHost host) {
    host.run(
        """
        cd %s; S=docker-stack.yaml
        sed -i 's/--skip-log-bin/--tls-version=TLSv1.2 --skip-log-bin/' $S
        sed -i 's/^  worker:/  # Ours: see the wiki.\\n  worker:\\n    extra_hosts: ["somehost:1.2.3.4"]\\n    environment: {DFF_TIMEZONE: UTC}/' $S
        sed -i 's/published: 8088/published: 18088/' $S
        sed -i '/^  mosquitto:/,/^  # Pages/ s/^  /  #/' $S
        sed -i 's/LOG_LEVEL: WARNING/LOG_LEVEL: ERROR/; s/^TIMEZONE:/# Ours.\\nCUSTOM_OURS: 7\\nTIMEZONE:/' data/user-config.yaml
        dataflux-func start
        """
            .formatted(DIRECTORY));
    assertThat(host.run("docker service ls --format '{{.Name}}'")).doesNotContain("mosquitto");
  }
}

package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A later release takes the place of an edited install under load: edits and data are kept. Bad
/// releases are gone back from.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class UpgradeIT {
  private static final String DIRECTORY = "/usr/local/dataflux-func";
  private static final String STACK = DIRECTORY + "/docker-stack.yaml";
  private static final Pattern AWAY = Pattern.compile("\"awaySeconds\":([0-9.]+)");

  private static final Pattern SENT =
      Pattern.compile("\"title\":\"Import images\".*\"result\":\"1 images\",\"bytes\":([0-9]+)");

  /// Seconds in which a service has failed three times on the slowest machine, too.
  private static final int PATIENT = 120;

  /// The release's own layer; every other one is there already.
  private static final long LAYER_BYTES = 20_000;

  /// By which the workers may be back later than the pages.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  @TempDir Path bundles;

  @Test
  void keepsEditsAndDataAndGoesBackFromBadReleases() {
    HostPlan plan =
        HostPlan.of(HostSystem.DEBIAN_12)
            .carrying(BuiltBundle.directory())
            .withMedium("/media/good", good())
            .withMedium("/media/ends", ends())
            .withMedium("/media/unhealthy", unhealthy())
            .withMedium("/media/schema", badSchema())
            .withMedium("/media/hole", release("hole").withoutALayer().seal("2.0.0"));
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan, cable)) {
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
      upgradeUnderLoad(host);
      hasWhatTheReleaseBrings(host);
      goesBackFrom(host, "hole", PATIENT, 20, "");
      goesBackFrom(host, "ends", PATIENT, 40, "Failed 3 times");
      goesBackFrom(host, "unhealthy", 20, 40, "Not healthy after 20");
      goesBackFrom(host, "schema", PATIENT, 40, "half");
    }
  }

  private ChangedBundle release(String name) {
    return ChangedBundle.of(BuiltBundle.directory(), bundles.resolve(name))
        .withImageSettings(Map.of("Labels", Map.of("release", name)));
  }

  /// Another image, another template, another schema and a new key.
  private Path good() {
    return withSchema(release("good"), "ALTER TABLE operator_notes ADD COLUMN release_note TEXT;")
        .withTemplate(
            "docker-stack.yaml.peb",
            text ->
                text.replace("stop_grace_period", "stop_signal: SIGTERM\n    stop_grace_period"))
        .withTemplate(
            "user-config.yaml.peb",
            text -> text.replace("TIMEZONE:", "_WORKER_MAX_TASKS_PER_CHILD: 2000\nTIMEZONE:"))
        .seal("1.1.0");
  }

  private Path ends() {
    return release("ends")
        .withImageSettings(Map.of("Entrypoint", List.of("/bin/false")))
        .seal("1.2.0");
  }

  private Path unhealthy() {
    return release("unhealthy")
        .withImageSettings(
            Map.of("Entrypoint", List.of("/bin/sh", "-c", "trap exit TERM; sleep 1000 & wait")))
        .seal("1.2.0");
  }

  private Path badSchema() {
    return withSchema(
            release("schema"),
            "ALTER TABLE operator_notes ADD COLUMN half TEXT;\n",
            "ALTER TABLE operator_notes DROP COLUMN note;\n"
                + "ALTER TABLE half_way ADD COLUMN b TEXT;\n")
        .seal("1.2.0");
  }

  /// With further upgrades of the tables, where the program finds its own.
  private static ChangedBundle withSchema(ChangedBundle bundle, String... upgrades) {
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

  private static void upgradeUnderLoad(AirGappedHost host) {
    Outcome outcome;
    Load load = Load.on(host, 18088);
    try (load) {
      outcome = host.outcome("sh /media/good/run-portable.sh --yes --json");
    }
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    Matcher away = AWAY.matcher(outcome.out());
    assertThat(away.find()).as(outcome.out()).isTrue();
    Duration gap = Duration.ofMillis((long) (Double.parseDouble(away.group(1)) * 1000));
    System.out.printf(
        "upgrade under load: %d calls, %d failed, within %d ms; the note says %d ms%n",
        load.calls(), load.failures(), load.failing().toMillis(), gap.toMillis());
    assertThat(load.failing()).isLessThanOrEqualTo(gap.plus(TOLERANCE));
    Matcher sent = SENT.matcher(outcome.err());
    assertThat(sent.find()).as(outcome.err()).isTrue();
    assertThat(Long.parseLong(sent.group(1))).as("bytes sent").isLessThan(LAYER_BYTES);
  }

  private static void hasWhatTheReleaseBrings(AirGappedHost host) {
    assertThat(host.run("cat " + STACK))
        .contains(
            "--tls-version=TLSv1.2",
            "# Ours: see the wiki.",
            "somehost:1.2.3.4",
            "DFF_TIMEZONE: UTC",
            "published: 18088",
            "  #mosquitto:",
            "stop_signal: SIGTERM",
            ":1.1.0-");
    assertThat(host.run("cat %s/data/user-config.yaml".formatted(DIRECTORY)))
        .contains("LOG_LEVEL: ERROR", "CUSTOM_OURS: 7", "_WORKER_MAX_TASKS_PER_CHILD: 2000");
    assertThat(HostState.data(host)).contains("42\tNULL");
    assertThat(host.http("127.0.0.1", 18088, "/api/v1/al/auln-hello-world").status())
        .isEqualTo(200);
    assertThat(host.run("docker ps --format '{{.Image}}'")).contains("mysql:1.0.0-");
  }

  private static void goesBackFrom(
      AirGappedHost host, String bad, int patience, int exitCode, String reason) {
    String before = HostState.of(host);
    long began = System.nanoTime();
    Outcome outcome =
        host.outcome("sh /media/%s/run-portable.sh --yes --patience %d".formatted(bad, patience));
    System.out.printf(
        "%s: exit %d after %d s%n",
        bad, outcome.exitCode(), Duration.ofNanos(System.nanoTime() - began).toSeconds());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.err()).contains(reason);
    assertThat(HostState.of(host)).as(bad).isEqualTo(before);
    assertThat(host.http("127.0.0.1", 18088, "/api/v1/al/auln-hello-world").status())
        .isEqualTo(200);
  }
}

package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A later release takes the place of an edited install under load: edits and data are kept.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class UpgradeIT {
  private static final Pattern AWAY = Pattern.compile("\"awaySeconds\":([0-9.]+)");

  private static final Pattern SENT =
      Pattern.compile("\"title\":\"Import images\".*\"result\":\"1 images\",\"bytes\":([0-9]+)");

  /// The release's own layer; every other one is there already.
  private static final long LAYER_BYTES = 20_000;

  /// By which the workers may be back later than the pages.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  @TempDir Path bundles;

  @Test
  void keepsEditsAndData() {
    HostPlan plan =
        HostPlan.of(HostSystem.DEBIAN_12)
            .carrying(BuiltBundle.directory())
            .withMedium("/media/good", good());
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan, cable)) {
      Releases.install(host);
      upgradeUnderLoad(host);
      hasWhatTheReleaseBrings(host);
    }
  }

  /// Another image, another template, another schema and a new key.
  private Path good() {
    return Releases.withSchema(
            Releases.release(bundles, "good"),
            "ALTER TABLE operator_notes ADD COLUMN release_note TEXT;")
        .withTemplate(
            "docker-stack.yaml.peb",
            text ->
                text.replace("stop_grace_period", "stop_signal: SIGTERM\n    stop_grace_period"))
        .withTemplate(
            "user-config.yaml.peb",
            text -> text.replace("TIMEZONE:", "_WORKER_MAX_TASKS_PER_CHILD: 2000\nTIMEZONE:"))
        .seal("1.1.0");
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
    assertThat(host.run("cat %s/docker-stack.yaml".formatted(Releases.DIRECTORY)))
        .contains(
            "--tls-version=TLSv1.2",
            "# Ours: see the wiki.",
            "somehost:1.2.3.4",
            "DFF_TIMEZONE: UTC",
            "published: 18088",
            "  #mosquitto:",
            "stop_signal: SIGTERM",
            ":1.1.0-");
    assertThat(host.run("cat %s/data/user-config.yaml".formatted(Releases.DIRECTORY)))
        .contains("LOG_LEVEL: ERROR", "CUSTOM_OURS: 7", "_WORKER_MAX_TASKS_PER_CHILD: 2000");
    assertThat(HostState.data(host)).contains("42\tNULL");
    assertThat(host.http("127.0.0.1", 18088, "/api/v1/al/auln-hello-world").status())
        .isEqualTo(200);
    assertThat(host.run("docker ps --format '{{.Image}}'")).contains("mysql:1.0.0-");
  }
}

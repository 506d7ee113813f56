package com.dataflux.func.installer.acceptance;

import static com.dataflux.func.installer.acceptance.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Releases that are no good are gone back from, to the state before and by themselves.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class BadReleaseIT {
  /// Seconds in which a service has failed three times on the slowest machine, too.
  private static final int PATIENT = 120;

  @TempDir Path bundles;

  @Test
  void isGoneBackFrom() {
    HostPlan plan =
        HostPlan.of(HostSystem.DEBIAN_12)
            .carrying(BuiltBundle.directory())
            .withMedium("/media/ends", ends())
            .withMedium("/media/unhealthy", unhealthy())
            .withMedium("/media/schema", badSchema())
            .withMedium("/media/hole", release(bundles, "hole").withoutALayer().seal("2.0.0"));
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan, cable)) {
      Releases.install(host);
      goesBackFrom(host, "hole", PATIENT, 20, "");
      goesBackFrom(host, "ends", PATIENT, 40, "Failed 3 times");
      goesBackFrom(host, "unhealthy", 20, 40, "Not healthy after 20");
      // Its server does not end: it tells why it cannot work, and tries again.
      goesBackFrom(host, "schema", 45, 40, "half");
    }
  }

  private Path ends() {
    return release(bundles, "ends")
        .withImageSettings(Map.of("Entrypoint", List.of("/bin/false")))
        .seal("1.2.0");
  }

  private Path unhealthy() {
    return release(bundles, "unhealthy")
        .withImageSettings(
            Map.of("Entrypoint", List.of("/bin/sh", "-c", "trap exit TERM; sleep 1000 & wait")))
        .seal("1.2.0");
  }

  private Path badSchema() {
    return Releases.withSchema(
            release(bundles, "schema"),
            "ALTER TABLE operator_notes ADD COLUMN half TEXT;\n",
            "ALTER TABLE operator_notes DROP COLUMN note;\n"
                + "ALTER TABLE half_way ADD COLUMN b TEXT;\n")
        .seal("1.2.0");
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

package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An engine that came with a bundle is replaced by the later one of another bundle.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EngineUpgradeIT {
  @TempDir Path bundles;

  @Test
  void restartsContainersOfOthersAndNamesThem() {
    Path later =
        ChangedBundle.of(BuiltBundle.directory(), bundles.resolve("later"))
            .withRenamed(archive(), "docker-99.0.0.tgz")
            .seal("1.1.0");
    HostPlan plan =
        HostPlan.of(HostSystem.DEBIAN_12)
            .carrying(BuiltBundle.directory())
            .withMedium("/media/later", later);
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan, cable)) {
      InstalledHost installed =
          InstalledHost.install(
              host, "/usr/local/dataflux-func", 8088, InstalledHost.MINI, "--mini", "--yes");
      String engine = host.run("pidof dockerd");
      host.run(
          "docker run -d --name foreign --network none --entrypoint sleep"
              + " $(docker images -q dataflux-func/redis) 100000");
      String id = host.run("docker ps -q --no-trunc -f name=foreign");

      Outcome outcome = host.outcome("/media/later/run-portable.sh --yes");

      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.err()).contains("docker-99.0.0.tgz in place of", "foreign");
      assertThat(host.run("pidof dockerd")).isNotEqualTo(engine);
      assertThat(host.run("docker ps -q --no-trunc -f name=foreign")).isEqualTo(id);
      installed.answers();
      installed.runsItsServices();
    }
  }

  /// The engine of the bundle.
  static String archive() {
    String[] found =
        BuiltBundle.directory().toFile().list((_, name) -> name.matches("docker-.*\\.tgz"));
    return Arrays.stream(Objects.requireNonNull(found)).findFirst().orElseThrow();
  }
}

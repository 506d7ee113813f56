package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A life in operation, on one host: upgraded, interrupted, gone back, reconfigured, removed.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class OperateIT {
  private static final String DIRECTORY = "/usr/local/dataflux-func";
  private static final String STACK = DIRECTORY + "/docker-stack.yaml";

  @TempDir Path bundles;

  @Test
  void livesThroughUpgradesAndFailures() {
    Path good = changed("good", "1.1.0", Map.of("Labels", Map.of("trial", "good")));
    Path bad = changed("bad", "1.2.0", Map.of("Entrypoint", List.of("/bin/false")));
    HostPlan plan =
        HostPlan.of(HostSystem.DEBIAN_12)
            .carrying(BuiltBundle.directory())
            .withMedium("/media/good", good)
            .withMedium("/media/bad", bad);
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan, cable)) {
      InstalledHost installed =
          InstalledHost.install(
              host,
              DIRECTORY,
              8088,
              InstalledHost.MINI,
              "--mini",
              "--auto-setup",
              "--auto-setup-admin-password 'a long enough Passw0rd'",
              "--yes");
      editsByHand(host);
      upgradeAfterAKill(host, installed);
      goBackFromABadVersion(host, installed);
      reconfigure(host);
      rollBack(host, installed);
      uninstallAndInstallAgain(host);
    }
  }

  private Path changed(String name, String version, Map<String, ?> settings) {
    return ChangedBundle.of(BuiltBundle.directory(), bundles.resolve(name))
        .withImageSettings(settings)
        .seal(version);
  }

  private static void editsByHand(AirGappedHost host) {
    host.run("sed -i 's/--skip-log-bin/--skip-log-bin --tls-version=TLSv1.2/' " + STACK);
    host.run(
        "sed -i 's/^  worker:/  # Mine.\\n  worker:\\n    extra_hosts: [\"a:1.2.3.4\"]/' " + STACK);
    assertThat(host.outcome("dataflux-func start").exitCode()).isZero();
    assertThat(host.run("dataflux-func status")).contains("healthy");
  }

  private static void upgradeAfterAKill(AirGappedHost host, InstalledHost installed) {
    String journal = DIRECTORY + "/toolkit/journal.jsonl";
    host.run("rm " + journal);
    host.run("setsid sh /media/good/run-portable.sh --yes >/tmp/first.log 2>&1 &");
    host.run(
        "until grep -qs '\"step\":\"DeployStack\",\"event\":\"begun\"' %s; do sleep 0.1; done"
            .formatted(journal));
    host.run("kill -9 $(pgrep -f 'install --bundle [/]media/good')");
    assertThat(host.run("dataflux-func status || true")).contains("interrupted");
    upgrade(host, "/media/good", 0);
    installed.answers();
    installed.runsItsServices();
    assertThat(host.run("cat " + STACK)).contains("TLSv1.2", "# Mine.", "a:1.2.3.4", ":1.1.0-");
    assertThat(host.run("docker ps --format '{{.Image}}'")).contains("mysql:1.0.0-");
  }

  private static void goBackFromABadVersion(AirGappedHost host, InstalledHost installed) {
    String before = host.run("cat " + STACK);
    upgrade(host, "/media/bad", 40);
    installed.answers();
    installed.runsItsServices();
    assertThat(host.run("cat " + STACK)).isEqualTo(before);
    assertThat(host.run("dataflux-func history")).contains("went back");
  }

  private static void reconfigure(AirGappedHost host) {
    assertThat(host.outcome("dataflux-func config set LOG_LEVL=INFO").exitCode()).isEqualTo(3);
    assertThat(host.run("dataflux-func config set _WORKER_CONCURRENCY=3")).contains("worker");
    assertThat(host.run("dataflux-func config get _WORKER_CONCURRENCY").strip()).isEqualTo("3");
  }

  private static void rollBack(AirGappedHost host, InstalledHost installed) {
    assertThat(host.run("dataflux-func rollback --yes")).contains("1.0.0");
    installed.answers();
    assertThat(host.run("docker ps --format '{{.Image}}'")).doesNotContain(":1.1.0-");
    assertThat(host.outcome("dataflux-func rollback --yes").exitCode()).isEqualTo(2);
  }

  private static void uninstallAndInstallAgain(AirGappedHost host) {
    host.run("dataflux-func uninstall --yes --export /root/last");
    assertThat(host.run("ls /root/last")).contains(".sql");
    assertThat(host.run("docker ps -q")).isBlank();
    assertThat(host.outcome("test -e /usr/local/bin/dataflux-func").exitCode()).isEqualTo(1);
    assertThat(host.outcome("test -e /etc/dataflux-func").exitCode()).isEqualTo(1);
    InstalledHost.install(
        host, "/opt/func", 8088, InstalledHost.MINI, "--mini", "--install-dir /opt/func", "--yes");
  }

  private static void upgrade(AirGappedHost host, String bundle, int exitCode) {
    Outcome outcome = host.outcome("sh %s/run-portable.sh --yes".formatted(bundle));
    System.out.printf("upgrade from %s: exit %d%n%s", bundle, outcome.exitCode(), outcome.out());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(exitCode);
  }
}

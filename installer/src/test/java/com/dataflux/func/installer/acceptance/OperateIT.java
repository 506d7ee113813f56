package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A life in operation on one host, by the commands that the manuals print: edited, upgraded,
/// reconfigured, gone back, removed in both ways, installed again.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class OperateIT {
  private static final String DIRECTORY = "/usr/local/dataflux-func";
  private static final String STACK = DIRECTORY + "/docker-stack.yaml";

  @TempDir Path bundles;

  @Test
  void livesByTheManual() {
    HostPlan plan =
        HostPlan.of(HostSystem.DEBIAN_12)
            .carrying(BuiltBundle.directory())
            .withMedium(
                "/media/later",
                ChangedBundle.of(BuiltBundle.directory(), bundles.resolve("later"))
                    .withImageSettings(Map.of("Labels", Map.of("trial", "later")))
                    .seal("1.1.0"));
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
      bindHostsAndSetTheTlsVersion(host, installed);
      upgradeAsPrinted(host, installed);
      refuseADowngrade(host);
      reconfigure(host);
      rollBack(host, installed);
      uninstallAndInstallElsewhere(host);
      uninstallAsPrintedAndInstallAgain(host, installed);
    }
  }

  /// 003 §15, 000 §9.
  private static void bindHostsAndSetTheTlsVersion(AirGappedHost host, InstalledHost installed) {
    host.run("sed -i 's/command: --/command: --tls-version=TLSv1.2 --/' " + STACK);
    host.run(
        """
        sed -i 's/^  worker:/&\\n    extra_hosts:\\n      - "somehost:1.2.3.4"\\n      - "otherhost:5.6.7.8"/' %s
        """
            .formatted(STACK));
    installed.restartsByTheManual();
    assertThat(installed.inContainer("worker", "cat /etc/hosts"))
        .containsPattern("1\\.2\\.3\\.4\\s+somehost")
        .containsPattern("5\\.6\\.7\\.8\\s+otherhost");
    assertThat(
            host.run(
                "docker exec $(docker ps -q -f name=dataflux-func_mysql) sh -c"
                    + " 'MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql -uroot -N -e \"SELECT"
                    + " @@tls_version\"'"))
        .contains("TLSv1.2");
    assertThat(host.run("dataflux-func status")).contains("healthy");
  }

  /// 003 §1.
  private static void upgradeAsPrinted(AirGappedHost host, InstalledHost installed) {
    installed.removesByTheManual();
    Outcome outcome =
        host.outcome("sh /media/later/run-portable.sh --yes --install-dir " + DIRECTORY);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    installed.answers();
    installed.runsItsServices();
    assertThat(host.run("cat " + STACK)).contains("TLSv1.2", "somehost:1.2.3.4", ":1.1.0-");
    assertThat(host.run("docker ps --format '{{.Image}}'")).contains("mysql:1.0.0-");
  }

  private static void refuseADowngrade(AirGappedHost host) {
    String before = host.run("docker ps -q | sort; sha256sum " + STACK);
    assertThat(host.install("--yes").exitCode()).isEqualTo(24);
    assertThat(host.run("docker ps -q | sort; sha256sum " + STACK)).isEqualTo(before);
  }

  private static void reconfigure(AirGappedHost host) {
    assertThat(host.outcome("dataflux-func config set LOG_LEVL=INFO").exitCode()).isEqualTo(3);
    assertThat(host.run("dataflux-func config set _WORKER_CONCURRENCY=3")).contains("worker");
    assertThat(host.run("dataflux-func config get _WORKER_CONCURRENCY").strip()).isEqualTo("3");
    assertThat(host.run("cat /usr/local/share/man/man1/dataflux-func-config-set.1"))
        .startsWith(".TH");
  }

  private static void rollBack(AirGappedHost host, InstalledHost installed) {
    assertThat(host.run("dataflux-func rollback --yes")).contains("1.0.0");
    installed.answers();
    assertThat(host.run("docker ps --format '{{.Image}}'")).doesNotContain(":1.1.0-");
    assertThat(host.outcome("dataflux-func rollback --yes").exitCode()).isEqualTo(2);
  }

  private static void uninstallAndInstallElsewhere(AirGappedHost host) {
    host.run("dataflux-func uninstall --yes --export /root/last");
    assertThat(host.run("ls /root/last")).contains(".sql");
    assertThat(host.run("docker ps -q")).isBlank();
    assertThat(host.outcome("test -e /usr/local/bin/dataflux-func").exitCode()).isEqualTo(1);
    assertThat(host.outcome("test -e /etc/dataflux-func").exitCode()).isEqualTo(1);
    installAgain(host, "/opt/func", "--install-dir /opt/func");
  }

  /// 003 §8. The record names a directory that is no more.
  private static void uninstallAsPrintedAndInstallAgain(
      AirGappedHost host, InstalledHost installed) {
    installed.removesByTheManual();
    host.run("rm -rf /opt/func");
    installAgain(host, DIRECTORY, "");
  }

  /// The doctor may find the directory of the first install, which keeps its data.
  private static void installAgain(AirGappedHost host, String directory, String options) {
    Outcome outcome = host.install("--mini", "--yes", options);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    new InstalledHost(host, directory, 8088, InstalledHost.MINI, host.listeners())
        .isAsTheContractSays();
  }
}

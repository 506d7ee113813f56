package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An install takes other options, each by one command, with the edits that it has; what is not its
/// own on the host is left alone.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ReconfigureIT {
  private static final String DIRECTORY = "/usr/local/dataflux-func";
  private static final String STACK = DIRECTORY + "/docker-stack.yaml";
  private static final List<String> EDITS =
      List.of("--tls-version=TLSv1.2", "# Ours.", "DFF_TIMEZONE: UTC");

  @TempDir Path bundles;

  @Test
  void takesOtherOptionsBesideAForeignEngineAndItsContainers() {
    Secret password = Secret.generate();
    HostPlan plan =
        HostPlan.of(HostSystem.DEBIAN_12_WITH_DOCKER)
            .carrying(BuiltBundle.directory())
            .withMedium("/media/later", laterDocker());
    try (Cable cable = Cable.lay();
        AirGappedHost other =
            AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_12).withoutSystemd(), cable);
        MySqlServer mysql = MySqlServer.startAt(other.place(), MySqlVersion.V5_7, password);
        AirGappedHost host = AirGappedHost.boot(plan, cable)) {
      host.run("systemctl restart docker");
      String foreign = runForeignContainer(host);
      InstalledHost installed =
          InstalledHost.install(host, DIRECTORY, 8088, InstalledHost.MINI, "--mini", "--yes");
      HostState.writeData(host);
      editByHand(host);
      change(host, "--mini=false");
      new InstalledHost(host, DIRECTORY, 8088, InstalledHost.EIGHT, installed.before())
          .runsItsServices();
      change(host, "--mini", "--port 18088");
      installed = new InstalledHost(host, DIRECTORY, 18088, InstalledHost.MINI, installed.before());
      installed.runsItsServices();
      installed.answers();
      assertThat(host.install("--no-mysql", "--yes").exitCode()).isEqualTo(2);
      moveTheDatabase(host, mysql, password);
      installed.answers();
      assertThat(host.run("sh /media/later/run-portable.sh --yes")).contains("1.1.0");
      installed.answers();
      hasEdits(host);
      host.run("dataflux-func uninstall --yes");
      assertThat(foreign(host)).isEqualTo(foreign);
    }
  }

  /// A release that brings a later engine, which is not for an engine of others.
  private Path laterDocker() {
    return ChangedBundle.of(BuiltBundle.directory(), bundles.resolve("later"))
        .withRenamed(EngineUpgradeIT.archive(), "docker-99.0.0.tgz")
        .seal("1.1.0");
  }

  private static String runForeignContainer(AirGappedHost host) {
    host.run(
        "tar -ch /bin/sleep /lib64/ld-linux-x86-64.so.2 /lib/x86_64-linux-gnu/libc.so.6 2>/dev/null"
            + " | docker import - foreign/sleeper && docker run -d --name foreign --network none"
            + " foreign/sleeper /bin/sleep 100000");
    return foreign(host);
  }

  /// Engine and container: version, process, id, state and start.
  private static String foreign(AirGappedHost host) {
    return host.run(
        "docker version --format '{{.Server.Version}}'; pidof dockerd; docker inspect --format"
            + " '{{.Id}} {{.State.Status}} {{.State.StartedAt}}' foreign");
  }

  private static void editByHand(AirGappedHost host) {
    host.run(
        """
        sed -i 's/--skip-log-bin/--tls-version=TLSv1.2 --skip-log-bin/' %1$s
        sed -i 's/^  beat:/  # Ours.\\n  beat:\\n    environment: {DFF_TIMEZONE: UTC}/' %1$s
        """
            .formatted(STACK));
  }

  private static void change(AirGappedHost host, String... options) {
    Outcome outcome = host.install(String.join(" ", options), "--yes");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    hasEdits(host);
    assertThat(HostState.data(host)).contains("42");
  }

  private static void hasEdits(AirGappedHost host) {
    assertThat(host.run("cat " + STACK)).contains(EDITS);
  }

  private static void moveTheDatabase(AirGappedHost host, MySqlServer mysql, Secret password) {
    host.run("umask 077; echo '%s' > /root/password".formatted(password.reveal()));
    host.run(
        "dataflux-func database move --to-host %s --to-user %s --to-password-file /root/password"
                .formatted(mysql.host(), mysql.user())
            + " --to-database %s --drop-built-in --yes".formatted(MySqlServer.DATABASE));
    assertThat(host.run("docker service ls --format '{{.Name}}'")).doesNotContain("mysql");
    assertThat(
            host.run(
                "docker exec $(docker ps -q -f name=dataflux-func_beat) env MYSQL_PWD=%s mysql -h %s -u %s -N %s -e 'SELECT * FROM operator_notes'"
                    .formatted(
                        password.reveal(), mysql.host(), mysql.user(), MySqlServer.DATABASE)))
        .contains("42");
  }
}

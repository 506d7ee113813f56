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
import com.dataflux.func.testbed.RedisServer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A bundle becomes a healthy application on hosts that have no network, no Java and no Docker.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InstallIT {
  private static final String DEFAULT = "/usr/local/dataflux-func";

  private Cable cable;

  @BeforeEach
  void layACable() {
    cable = Cable.lay();
  }

  @AfterEach
  void takeItAway() {
    cable.close();
  }

  @Test
  void onDebian12AndItComesBackAfterARestartOfTheStackAndOfTheHost() {
    try (AirGappedHost host = boot(plan(HostSystem.DEBIAN_12))) {
      InstalledHost installed =
          InstalledHost.install(host, DEFAULT, 8088, InstalledHost.EIGHT, "--yes");
      installed.listensOnlyOn(8088);
      installed.obeysTheManual();
      knowsWhereCharactersEnd(installed);

      String before = state(host);
      Outcome second = host.install("--yes");
      assertThat(second.exitCode()).as(second.out() + second.err()).isZero();
      assertThat(state(host)).as("a second run changes nothing").isEqualTo(before);

      installed.restartsByTheManual();
      host.reboot();
      installed.comesBack();
      installed.isAsTheContractSays();
      installed.isHealthyToTheDoctor();
    }
  }

  /// An expression that needs what is left of ICU's data: `\X` takes a letter with its accent.
  private static void knowsWhereCharactersEnd(InstalledHost installed) {
    String query =
        "SELECT HEX(REGEXP_SUBSTR(CONVERT(0x65CC8178 USING utf8mb4), CONVERT(0x5C58 USING"
            + " utf8mb4)))";
    assertThat(
            installed.inContainer(
                "mysql",
                "MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql -uroot -N -e \"%s\"".formatted(query)))
        .isEqualToIgnoringWhitespace("65CC81");
  }

  @Test
  void onDebian11AsMiniWithMqtt() {
    try (AirGappedHost host = boot(plan(HostSystem.DEBIAN_11))) {
      InstalledHost installed =
          InstalledHost.install(
              host,
              DEFAULT,
              8088,
              List.of("mysql", "redis", "mosquitto", "server", "worker", "beat"),
              "--mini",
              "--mqtt",
              "--yes");
      installed.listensOnlyOn(8088, 1883);
      installed.obeysTheManual();
    }
  }

  @Test
  void withoutSystemdOnAnotherPortAndInAnotherDirectory() {
    try (AirGappedHost host = boot(plan(HostSystem.DEBIAN_12).withoutSystemd())) {
      InstalledHost installed =
          InstalledHost.install(
              host,
              "/opt/数据 func",
              18088,
              InstalledHost.MINI,
              "--mini",
              "--port 18088",
              "--install-dir '/opt/数据 func'",
              "--yes");
      installed.listensOnlyOn(18088);
      installed.obeysTheManual();
      Outcome elsewhere = host.install("--install-dir /opt/elsewhere", "--yes");
      assertThat(elsewhere.exitCode()).as(elsewhere.err()).isEqualTo(16);
    }
  }

  @Test
  void withMySql57AndRedisOnASecondHost() {
    Secret password = Secret.generate();
    try (AirGappedHost databases =
            AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_12).withoutSystemd(), cable);
        MySqlServer mysql = MySqlServer.startAt(databases.place(), MySqlVersion.V5_7, password);
        RedisServer redis = RedisServer.startAt(databases.place(), password);
        AirGappedHost host = boot(plan(HostSystem.DEBIAN_12))) {
      InstalledHost installed =
          InstalledHost.install(
              host,
              DEFAULT,
              8088,
              List.of("server", "worker", "beat"),
              "--mini",
              "--no-mysql",
              "--no-redis",
              "--mysql-host " + mysql.host(),
              "--mysql-user " + mysql.user(),
              "--mysql-password " + password.reveal(),
              "--mysql-database " + MySqlServer.DATABASE,
              "--redis-host " + redis.host(),
              "--redis-user " + RedisServer.USER,
              "--redis-password " + password.reveal(),
              "--auto-setup",
              "--auto-setup-admin-password 'a long enough Passw0rd'",
              "--yes");
      installed.listensOnlyOn(8088);
      installed.obeysTheManual();
    }
  }

  @Test
  void besideADockerThatIsThereAlready() {
    try (AirGappedHost host = boot(plan(HostSystem.DEBIAN_12_WITH_DOCKER))) {
      host.run("systemctl restart docker && docker swarm init --advertise-addr eth0");
      String engine = host.run("docker version --format '{{.Server.Version}}'");
      InstalledHost.install(host, DEFAULT, 8088, InstalledHost.MINI, "--mini", "--yes");
      assertThat(host.run("docker version --format '{{.Server.Version}}'")).isEqualTo(engine);
    }
  }

  private AirGappedHost boot(HostPlan plan) {
    return AirGappedHost.boot(plan, cable);
  }

  private static HostPlan plan(HostSystem system) {
    return HostPlan.of(system).carrying(BuiltBundle.directory());
  }

  /// What a run may change: files but the journal of runs, images, containers.
  private static String state(AirGappedHost host) {
    return host.run(
        "cd / && docker ps -q --no-trunc | sort && docker images -q --no-trunc | sort && find"
            + " /usr/local /etc -xdev -type f -newermt '2000-01-01' -not -path '*/data/*' -not"
            + " -path '*/mysql/*' -not -path '*/redis/*' -not -name journal.jsonl -printf '%p %T@"
            + " %s\\n"
            + "' | sort");
  }
}

package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/// What manual 003 says of queues, of the administrator's tool and of changing the configuration,
/// done on one installed host.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ManualOfFunctionsIT {
  private static final String DIRECTORY = "/usr/local/dataflux-func";

  private Cable cable;
  private AirGappedHost host;
  private InstalledHost installed;

  @BeforeAll
  void install() {
    cable = Cable.lay();
    host =
        AirGappedHost.boot(
            HostPlan.of(HostSystem.DEBIAN_12).carrying(BuiltBundle.directory()), cable);
    installed =
        InstalledHost.install(
            host,
            DIRECTORY,
            8088,
            InstalledHost.MINI,
            "--mini",
            "--auto-setup",
            "--auto-setup-admin-password 'a long enough Passw0rd'",
            "--yes");
  }

  @AfterAll
  void leave() {
    host.close();
    cable.close();
  }

  /// §13.1. In one transaction, since a worker takes what comes at once.
  @Test
  @Order(1)
  void tellsTheLengthOfAQueueAndEmptiesIt() {
    String queue = "\"DataFluxFunc-worker#workerQueue@1\"";
    String commands =
        "MULTI\nRPUSH %1$s a b\nLLEN %1$s\nLTRIM %1$s -1 0\nLLEN %1$s\nEXEC\n".formatted(queue);
    assertThat(typed("redis", "exec redis-cli -n 5", commands).lines().skip(5))
        .containsExactly("2", "2", "OK", "0");
    assertThat(typed("redis", "exec redis-cli -n 5", "LLEN " + queue + "\n").strip())
        .isEqualTo("0");
  }

  /// §14.
  @Test
  @Order(2)
  void showsTheCommandsOfTheAdministratorsTool() {
    for (String service : new String[] {"server", "worker", "beat"}) {
      assertThat(installed.inContainer(service, "exec python admin-tool.py --help"))
          .contains("reset_admin", "reset_db_upgrade_seq", "clear_redis");
    }
  }

  /// §14.1.
  @Test
  @Order(3)
  void givesTheAdministratorANewPassword() {
    String answers = "owner\na newer Passw0rd\na newer Passw0rd\nyes\n";
    typed("server", "exec python admin-tool.py reset_admin", answers);
    assertThat(
            installed.inContainer(
                "server",
                "exec curl -s -H \"Content-Type: application/json\" -d"
                    + " \"{\\\"signIn\\\": {\\\"username\\\": \\\"owner\\\", \\\"password\\\":"
                    + " \\\"a newer Passw0rd\\\"}}\""
                    + " http://127.0.0.1:8088/api/v1/auth/do/sign-in"))
        .contains("\"authToken\"");
  }

  /// §14.2 and §14.3.
  @Test
  @Order(4)
  void resetsTheNumberOfUpgradesAndEmptiesRedis() {
    typed("worker", "cd /usr/src/app; python admin-tool.py reset_db_upgrade_seq", "yes\n");
    typed("server", "cd /usr/src/app; python admin-tool.py clear_redis", "yes\n");
    installed.comesBack();
  }

  /// §8 and §15, and what comes of them after the restart of the manual.
  @Test
  @Order(5)
  void obeysWhatWasChangedByHand() {
    assertThat(capacity()).isEqualTo("50");
    host.run(
        """
        cd %s && sed -i 's/^LOG_LEVEL:.*/LOG_LEVEL: INFO/' data/user-config.yaml
        printf '_WORKER_CONCURRENCY: 3\\n_WORKER_PREFETCH_MULTIPLIER: 2\\n' >>data/user-config.yaml
        sed -i '/^  worker:/a \\    extra_hosts:\\n      - "somehost:1.2.3.4"' docker-stack.yaml
        """
            .formatted(DIRECTORY));
    installed.restartsByTheManual();
    assertThat(installed.inContainer("worker", "exec getent hosts somehost")).contains("1.2.3.4");
    assertThat(capacity()).isEqualTo("6");
    assertThat(
            installed
                .inContainer("worker", "stat -c %u /proc/[0-9]* | sort -u | grep -c \"^200[1-9]\"")
                .strip())
        .isEqualTo("3");
    assertThat(installed.inContainer("server", "exec cat /data/logs/dataflux-func.log"))
        .contains("The server is ready.");
    installed.isAsTheContractSays();
  }

  /// Tasks that the one worker holds at once.
  private String capacity() {
    return typed("redis", "exec redis-cli -n 5", "HVALS DataFluxFunc-worker#capacity\n").strip();
  }

  /// Runs a program in a container with what someone types.
  private String typed(String service, String program, String input) {
    return host.run(
        "printf '%s' | docker exec -i $(docker ps -q -f name=dataflux-func_%s) sh -c '%s'"
            .formatted(input.replace("\n", "\\n"), service, program));
  }
}

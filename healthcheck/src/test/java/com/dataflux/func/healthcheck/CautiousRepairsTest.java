package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.repair.Mender;
import com.dataflux.func.healthcheck.repair.RepairRecord;
import com.dataflux.func.healthcheck.repair.RepairRecords;
import com.dataflux.func.healthcheck.site.Card;
import com.dataflux.func.healthcheck.site.EngineNode;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.EngineService.PublishedPort;
import com.dataflux.func.platform.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Repairs that would harm more than they mend are not offered, and none is taken back over what
/// has changed since.
class CautiousRepairsTest {
  private static final String OPEN = "-A INPUT -p tcp -m tcp --dport 8088 -j DROP";

  @TempDir Path root;
  private FakeHost host;
  private Mender mender;

  @BeforeEach
  void makeAHealthyHost() {
    host = new FakeHost(root, FakeHost.Shape.FULL);
    RepairRecords records =
        new RepairRecords(host.files, Clock.fixed(FakeHost.NOW, ZoneOffset.UTC));
    mender = new Mender(host.files, host.commands, records);
  }

  @Test
  void batchCallsThatWaitAreNotTakenAway() {
    host.databases.queues.put(9, 300L);
    assertThat(changes("application.queues")).isEmpty();
    host.databases.oldest.put(9, 900L);
    assertThat(changes("application.queues")).isEmpty();
  }

  @Test
  void aRuleThatTurnsEverybodyAwayComesBackInItsPlace() {
    rules("-A INPUT -s 10.9.9.9/32 -j DROP", OPEN);
    assertThat(changes("host.firewall-rules"))
        .containsExactly(
            Run.of(("iptables -w -D" + OPEN.substring(2)).split(" ", -1))
                .undoneBy(
                    "iptables -w -I INPUT 2 -p tcp -m tcp --dport 8088 -j DROP".split(" ", -1)));
  }

  @Test
  void aCommentOfTwoWordsStaysOne() {
    rules("-A INPUT -p tcp -m tcp --dport 8088 -m comment --comment \"not \\\"yet\\\"\" -j DROP");
    assertThat(((Run) changes("host.firewall-rules").getFirst()).argv())
        .containsSequence("--comment", "not \"yet\"", "-j", "DROP");
  }

  @Test
  void aWhitelistIsNotOpened() {
    rules("-A DOCKER-USER ! -s 10.1.0.0/16 -p tcp -m tcp --dport 8088 -j DROP");
    assertThat(changes("host.firewall-rules")).isEmpty();
    rules("-A DOCKER-USER -p tcp -m set ! --match-set ours src --dport 8088 -j DROP");
    assertThat(changes("host.firewall-rules")).isEmpty();
    rules("-A INPUT -s 10.1.0.0/16 -j ACCEPT", OPEN);
    assertThat(changes("host.firewall-rules")).isEmpty();
    rules("-A FORWARD -s 10.1.0.0/16 -j ACCEPT", OPEN);
    assertThat(changes("host.firewall-rules")).isNotEmpty();
  }

  @Test
  void ingressStaysWhereAnotherStackUsesIt() {
    clashWithIngress();
    assertThat(changes("engine.ingress")).isNotEmpty();
    host.engine.otherServices.add(
        new EngineService(
            "id-other", "other", "x", 1, true, List.of(new PublishedPort(80, 80, "ingress"))));
    assertThat(changes("engine.ingress")).isEmpty();
  }

  @Test
  void theStackIsDeployedAgainWhateverFails() {
    clashWithIngress();
    host.engine.publishThroughMesh("server");
    host.commands.answer("sh -c echo y | docker network rm ingress", 1, "");
    Finding finding = find("engine.ingress");
    List<Change> changes = changes("engine.ingress");
    assertThatThrownBy(() -> mender.mend(finding, changes)).isInstanceOf(ProblemException.class);
    assertThat(host.commands.ran)
        .noneMatch(line -> line.startsWith("docker network create"))
        .last()
        .asString()
        .startsWith("docker stack deploy dataflux-func");
  }

  @Test
  void aFileChangedSinceIsNotPutBack() {
    host.write("/etc/dataflux-func", "oops\n");
    RepairRecord record = mender.mend(find("host.record"), changes("host.record"));
    String since = "INSTALLED_DIR=/opt/moved\n";
    host.write("/etc/dataflux-func", since);
    assertThatThrownBy(() -> mender.undo(record))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/etc/dataflux-func");
    assertThat(host.files.text("/etc/dataflux-func")).contains(since);
  }

  @Test
  void aSwarmIsLeftOnlyWithoutServices() {
    host.engine.says("swarmState", "inactive");
    assertThat(((Run) changes("engine.swarm").getFirst()).undo().getLast())
        .startsWith("services=$(docker service ls -q) || exit 1;")
        .endsWith("docker swarm leave --force");
  }

  @Test
  void anotherNodeIsLeftAlone() {
    host.engine.nodes.add(new EngineNode("node2", "other", "drain", "ready"));
    assertThat(findings("engine.node")).isEmpty();
  }

  private void clashWithIngress() {
    host.cards.set(1, new Card("eth0", true, 1500, List.of("10.0.0.5/24")));
  }

  private void rules(String... lines) {
    host.commands.answer("iptables -w -S", String.join("\n", lines) + "\n");
  }

  private List<Change> changes(String check) {
    Finding finding = find(check);
    return finding
        .cause()
        .repair()
        .map(repair -> repair.changes(host.site(), finding))
        .orElse(List.of());
  }

  private Finding find(String check) {
    return findings(check).getFirst();
  }

  private List<Finding> findings(String check) {
    return new Doctor(host.site(), Duration.ofSeconds(30))
        .examine(Checks.named(List.of(check)))
        .findings();
  }
}

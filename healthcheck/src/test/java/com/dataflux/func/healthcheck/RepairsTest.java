package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.engine.DaemonFile;
import com.dataflux.func.healthcheck.repair.Mender;
import com.dataflux.func.healthcheck.repair.RepairRecord;
import com.dataflux.func.healthcheck.repair.RepairRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each repair that changes files: fault, repair, healthy, undone, fault again. Those that run
/// programs are shown by what they would run.
class RepairsTest {
  /// Their repair is a file, a mode or a directory, or a program whose effect is imitated.
  private static final Set<String> IMITATED =
      Set.of(
          "host.ip-forward.off",
          "host.bridge-filter.off",
          "host.record.missing",
          "host.record.malformed",
          "engine.live-restore.on",
          "stack.file.missing",
          "stack.directories.missing",
          "stack.modes.readable",
          "stack.logrotate.missing",
          "stack.logrotate.elsewhere");

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> eachFileRepairMendsAndIsTakenBack() {
    return FaultsTest.made().stream()
        .filter(fault -> IMITATED.contains(fault.expected()))
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> mendsAndIsTakenBack(fault)));
  }

  private void mendsAndIsTakenBack(MadeFault fault) throws Exception {
    FakeHost host = host(fault);
    imitate(host);
    Finding finding = find(host, fault);
    Mender mender = new Mender(host.files, host.commands, records(host));
    RepairRecord record = mender.mend(finding, changes(host, finding));
    assertThat(examine(host, fault).verdict()).isInstanceOf(Verdict.Healthy.class);

    RepairRecord kept = records(host).find("last");
    assertThat(kept).isEqualTo(record);
    assertThat(host.files.mode(RepairRecords.DIRECTORY + "/" + kept.id() + ".json"))
        .isEqualTo("rw-------");
    mender.undo(kept);
    assertThat(keys(examine(host, fault).verdict())).contains(fault.expected());
    assertThat(records(host).all()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyRepairSaysWhatItWillDo() {
    return FaultsTest.made().stream()
        .filter(fault -> isRepairable(fault.expected()))
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> saysWhatItWillDo(fault)));
  }

  private void saysWhatItWillDo(MadeFault fault) throws Exception {
    FakeHost host = host(fault);
    List<Change> changes = changes(host, find(host, fault));
    assertThat(changes).isNotEmpty();
    assertThat(changes).allSatisfy(change -> assertThat(change.line()).isNotBlank());
  }

  @Test
  void daemonJsonIsMergedAndNeverOverwritten() throws Exception {
    MadeFault fault = made("network.name-servers.silent-in-worker");
    FakeHost host = host(fault);
    List<Change> changes = changes(host, find(host, fault));
    assertThat(changes.getFirst())
        .isInstanceOfSatisfying(
            Change.Write.class,
            write ->
                assertThat(write.text().replaceAll("\\s", ""))
                    .isEqualTo("{\"log-level\":\"warn\",\"dns\":[\"192.168.7.1\"]}"));
  }

  @Test
  void anEngineRestartedByAnUndoReadsTheFormerSettings() throws Exception {
    MadeFault fault = made("network.name-servers.silent-in-worker");
    FakeHost host = host(fault);
    String former = host.files.text(DaemonFile.PATH).orElseThrow();
    List<String> read = new ArrayList<>();
    host.commands.effect(
        "systemctl restart docker", () -> read.add(host.files.text(DaemonFile.PATH).orElseThrow()));
    Finding finding = find(host, fault);
    Mender mender = new Mender(host.files, host.commands, records(host));
    mender.undo(mender.mend(finding, changes(host, finding)));
    assertThat(read).hasSize(2).last().isEqualTo(former);
  }

  @Test
  void theTlsVersionIsAddedToTheCommandOfMysqlAlone() throws Exception {
    MadeFault fault = made("network.mysql.tls");
    FakeHost host = host(fault);
    List<Change> changes = changes(host, find(host, fault));
    String before = host.files.text(FakeHost.DIRECTORY + "/docker-stack.yaml").orElseThrow();
    assertThat(changes.getFirst())
        .isInstanceOfSatisfying(
            Change.Write.class,
            write ->
                assertThat(write.text())
                    .isEqualTo(
                        before.replace("command: mysql", "command: --tls-version=TLSv1.2 mysql")));
  }

  @Test
  void anEmptiedQueueCanBePutBack() throws Exception {
    MadeFault fault = made("application.queues.blocked");
    FakeHost host = host(fault);
    Change change = changes(host, find(host, fault)).getFirst();
    assertThat(change.line()).contains("RENAME DataFluxFunc-worker#workerQueue@1");
    assertThat(change.line()).contains("redis-cli -e ");
    assertThat(((Change.Run) change).undo())
        .contains("-e", "EVAL")
        .doesNotContain("RENAME")
        .endsWith(
            "2",
            "DataFluxFunc-worker#workerQueue@1:emptied-" + FakeHost.NOW.getEpochSecond(),
            "DataFluxFunc-worker#workerQueue@1");
  }

  private FakeHost host(MadeFault fault) throws Exception {
    FakeHost host = new FakeHost(Files.createTempDirectory(directory, "host"), fault.shape());
    fault.make().accept(host);
    return host;
  }

  private static void imitate(FakeHost host) {
    for (String value : List.of("0", "1")) {
      for (String file :
          List.of(
              "/proc/sys/net/ipv4/ip_forward", "/proc/sys/net/bridge/bridge-nf-call-iptables")) {
        host.commands.effect(
            "sh -c echo %s > %s".formatted(value, file), () -> host.write(file, value + "\n"));
      }
    }
  }

  private static RepairRecords records(FakeHost host) {
    return new RepairRecords(host.files, Clock.fixed(FakeHost.NOW, ZoneOffset.UTC));
  }

  private static Finding find(FakeHost host, MadeFault fault) {
    return examine(host, fault).verdict().found().stream()
        .filter(finding -> finding.cause().key().equals(fault.expected()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Change> changes(FakeHost host, Finding finding) {
    return finding.cause().repair().orElseThrow().changes(host.site(), finding);
  }

  private static Checkup examine(FakeHost host, MadeFault fault) {
    String id = fault.expected().substring(0, fault.expected().lastIndexOf('.'));
    return new Doctor(host.site(), Duration.ofSeconds(30))
        .examine(Checks.named(List.of(id)))
        .checkups()
        .getFirst();
  }

  private static Set<String> keys(Verdict verdict) {
    return verdict.found().stream()
        .map(finding -> finding.cause().key())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isRepairable(String key) {
    return Checks.all().stream()
        .map(Check::causes)
        .flatMap(List::stream)
        .anyMatch(cause -> cause.key().equals(key) && cause.repair().isPresent());
  }

  private static MadeFault made(String key) {
    return FaultsTest.made().stream()
        .filter(fault -> fault.expected().equals(key))
        .findFirst()
        .orElseThrow();
  }
}

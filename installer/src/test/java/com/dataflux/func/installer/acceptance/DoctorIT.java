package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.acceptance.RealFault.Treatment;
import com.dataflux.func.platform.process.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Faults really made on an installed air-gapped host, one after the other, each found by the
/// command, with its cause, and then mended or taken back.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DoctorIT {
  private static final Duration TIME_TO_SHOW = Duration.ofSeconds(45);

  private static DoctorHost host;
  private static final List<String> made = new ArrayList<>();
  private static final List<String> found = new ArrayList<>();
  private static final List<String> falseAlarms = new ArrayList<>();

  @BeforeAll
  static void install() {
    host = new DoctorHost();
  }

  @AfterAll
  static void countAndRemove() {
    List<String> missed = new ArrayList<>(made);
    missed.removeAll(found);
    System.out.printf(
        "real faults: %d made, %d found, missed %s, false alarms %s%n",
        made.size(), found.size(), missed, falseAlarms);
    host.close();
  }

  @Test
  @Order(1)
  void aHealthyHostGivesNoFaultAndNoWarning() {
    isHealthy();
    looksAtAll("on a healthy host");
  }

  @Test
  @Order(2)
  void lookingChangesNothing() {
    String before = state();
    host.installed().doctor();
    host.installed().doctor("--target", "192.168.77.12:3306");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void underLoadNothingIsFoundAndNothingLeftUnchecked() {
    try (CallsOfPeople calls = new CallsOfPeople(host.host())) {
      DoctorAnswer answer = looksAtAll("while the stack answers calls");
      assertThat(calls.answered()).isPositive();
      assertThat(answer.found()).isEmpty();
    }
  }

  @Test
  @Order(4)
  void aCutCableIsFoundAndNothingHangs() {
    made.add(RealFaults.CUT_CABLE);
    host.host().cutCable();
    DoctorAnswer answer = looksAtAll("with the cable cut");
    host.host().mendCable();
    assertThat(answer.found()).containsExactly(RealFaults.CUT_CABLE);
    found.add(RealFaults.CUT_CABLE);
  }

  @Test
  @Order(5)
  void theSupportBundleHoldsNoneOfFortyPlantedSecrets() {
    RealSecrets secrets = new RealSecrets();
    host.run(secrets.commands());
    String bundle =
        host.run(
            "dataflux-func support-bundle --output /tmp/support.tar.gz >/dev/null;"
                + " tar -xzOf /tmp/support.tar.gz");
    host.run(RealSecrets.undo());
    assertThat(bundle).contains("CUSTOM_0", "[secret ");
    assertThat(secrets.leftIn(bundle)).isEmpty();
  }

  /// In base64, a secret this short is looked for and not taken out.
  @Test
  @Order(5)
  void aBundleWithASecretThatWasMissedIsNotWritten() {
    host.run(
        "keep $C $I/data/logs/dataflux-func.log; echo \"CUSTOM_PIN: 'q7Zx'\" >> $C;"
            + " printf q7Zx | base64 >> $I/data/logs/dataflux-func.log");
    Outcome refused = host.host().outcome("dataflux-func support-bundle --output /tmp/missed.tgz");
    host.run("back $C $I/data/logs/dataflux-func.log; [ ! -e /tmp/missed.tgz ]");
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(73);
  }

  @Test
  @Order(5)
  void theInstallerWarnsBeforehandOfWhatTheDoctorFinds() {
    host.run("hostname localhost.localdomain");
    Outcome plan = host.host().install("--dry-run");
    host.run("hostname airgapped");
    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.out() + plan.err()).contains("localhost.localdomain");
  }

  @Test
  @Order(5)
  void theReportOfThePagesNamesWhatIsFoundInside() {
    host.run("keep $C; echo 'MYSQL_PASWORD: x' >> $C");
    String report = host.run("inside worker-0 python3 - \"$ADMINISTRATOR\" < /opt/sys-report.py");
    host.run("back $C");
    assertThat(report).contains("MySQL: ", "MYSQL_PASWORD is not a key");
  }

  @ParameterizedTest
  @Order(6)
  @FieldSource("com.dataflux.func.installer.acceptance.RealFaults#ON_A_RUNNING_STACK")
  void isFound(RealFault fault) {
    isFoundAndMended(fault);
  }

  @Test
  @Order(7)
  void afterwardsTheHostIsHealthyAgain() {
    host.forgetPast();
    isHealthy();
  }

  @Test
  @Order(8)
  void allButOneWorkerComesToRest() {
    host.run(
        "for s in mysql server worker-1-6 worker-7 worker-8-9 beat;"
            + " do docker service scale -d dataflux-func_$s=0; done;"
            + " while [ $(docker ps -q | wc -l) -gt 2 ]; do sleep 0.2; done");
  }

  @ParameterizedTest
  @Order(9)
  @FieldSource("com.dataflux.func.installer.acceptance.RealFaults#WITH_ONE_WORKER")
  void isFoundWithOneWorker(RealFault fault) {
    isFoundAndMended(fault);
  }

  @ParameterizedTest
  @Order(10)
  @FieldSource("com.dataflux.func.installer.acceptance.RealFaults#WITHOUT_STACK")
  void isFoundWithoutStack(RealFault fault) {
    isFoundAndMended(fault);
  }

  @Test
  @Order(11)
  void theStackIsBackAndHealthy() {
    host.forgetPast();
    isHealthy();
    host.installed().answers();
  }

  private static void isFoundAndMended(RealFault fault) {
    made.add(fault.expected());
    try {
      host.run(fault.make());
      finds(fault);
      found.add(fault.expected());
      if (fault.treatment() != Treatment.NONE) {
        mends(fault);
      }
      if (fault.treatment() == Treatment.FIX_AND_UNDO) {
        host.host().run("dataflux-func doctor --undo last");
        mends(fault);
      }
    } finally {
      host.run(fault.undo());
    }
  }

  private static void finds(RealFault fault) {
    DoctorAnswer answer =
        host.installed()
            .doctorUntil(
                each -> each.found().contains(fault.expected()) && beside(fault, each).isEmpty(),
                TIME_TO_SHOW,
                DoctorAnswer.PATIENT,
                fault.options(),
                fault.check());
    assertThat(answer.found()).as(answer.toString()).contains(fault.expected());
    falseAlarms.addAll(beside(fault, answer));
    assertThat(beside(fault, answer)).as("found without being made").isEmpty();
  }

  private static Set<String> beside(RealFault fault, DoctorAnswer answer) {
    Set<String> beside = new TreeSet<>(answer.found());
    beside.remove(fault.expected());
    fault.also().forEach(beside::remove);
    return beside;
  }

  /// Finds it first, so that after an undo this shows that it was there again.
  private static void mends(RealFault fault) {
    DoctorAnswer answer =
        host.installed()
            .doctor(DoctorAnswer.PATIENT, "--fix", "--yes", fault.options(), fault.check());
    assertThat(answer.repaired()).as(answer.toString()).contains(fault.expected());
    assertThat(answer.found()).as(answer.toString()).isEmpty();
    assertThat(answer.unchecked()).isEmpty();
  }

  /// Shows how long all passive checks took; what they find does not hang on it.
  private static DoctorAnswer looksAtAll(String when) {
    DoctorAnswer answer = host.installed().doctor(DoctorAnswer.PATIENT);
    System.out.printf("all passive checks %s: %d ms%n", when, answer.millis());
    assertThat(answer.unchecked()).as(when).isEmpty();
    return answer;
  }

  private static void isHealthy() {
    DoctorAnswer answer =
        host.installed()
            .doctorUntil(
                DoctorAnswer::isHealthy, DoctorAnswer.TIME_TO_SETTLE, DoctorAnswer.PATIENT);
    falseAlarms.addAll(answer.found());
    assertThat(answer.found()).as(answer.toString()).isEmpty();
    assertThat(answer.unchecked()).isEmpty();
  }

  /// All that a look could change: files, rules, settings of the kernel, what the engine runs.
  private static String state() {
    return host.run(
        """
        find / -xdev \\( -path /proc -o -path /sys -o -path /run -o -path /tmp -o -path /var/log \\
          -o -path $I/mysql -o -path $I/redis -o -path $I/data/logs -o -path /var/lib/docker \\) -prune -o \\
          -type f -printf '%p %m %u %s %T@ %C@\\n' | sort
        iptables-save | sed 's/^#.*//; s/\\[[0-9:]*\\]//'
        cat /proc/sys/net/ipv4/ip_forward; ip address; ip route; sysctl -n net.ipv4.conf.all.rp_filter
        docker service ls --format '{{.ID}} {{.Replicas}} {{.Image}}'; docker ps -aq | sort; docker images -q | sort
        docker network ls -q; docker volume ls -q; docker inspect $(docker service ls -q) --format '{{.Version.Index}}'
        inside redis redis-cli -n 5 --scan | grep -v -i 'worker\\|beat\\|lock' | sort
        """);
  }
}

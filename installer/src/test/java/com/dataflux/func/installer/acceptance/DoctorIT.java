package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.acceptance.RealFault.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
  private static final int LIMIT_MILLIS = 5000;

  static final List<RealFault> ON_A_RUNNING_STACK =
      Stream.of(
              HostFaults.all(),
              EngineFaults.all(),
              StackFaults.ofFiles(),
              NetworkFaults.ofTheWay(),
              NetworkFaults.ofMysql(),
              NetworkFaults.ofRedis(),
              ApplicationFaults.ofAnswers(),
              ApplicationFaults.ofCalls(),
              ApplicationFaults.ofDumps(),
              StackFaults.ofServices(),
              StackFaults.ofTheWhole())
          .flatMap(List::stream)
          .toList();
  static final List<RealFault> ON_A_STACK_AT_REST = EngineFaults.atRest();

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
  void aHealthyHostGivesNoFaultAndNoWarningInTime() {
    isHealthy();
    DoctorAnswer answer = host.installed().doctor();
    assertThat(answer.millis()).isLessThan(LIMIT_MILLIS);
    System.out.printf("all passive checks on a healthy host: %d ms%n", answer.millis());
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
  void underLoadAllPassiveChecksEndInTime() {
    host.run("for i in 1 2; do systemd-run -q --unit=load$i sh -c 'while :; do :; done'; done");
    DoctorAnswer answer = host.installed().doctor();
    host.run("systemctl stop load1 load2");
    System.out.printf("all passive checks under load: %d ms%n", answer.millis());
    assertThat(answer.millis()).isLessThan(LIMIT_MILLIS);
    assertThat(answer.unchecked()).isEmpty();
  }

  @Test
  @Order(4)
  void aCutCableIsFoundAndNothingHangs() {
    made.add("host.cable.cut");
    host.host().cutCable();
    DoctorAnswer answer = host.installed().doctor();
    host.host().mendCable();
    System.out.printf("all passive checks with the cable cut: %d ms%n", answer.millis());
    assertThat(answer.found()).containsExactly("host.cable.cut");
    assertThat(answer.unchecked()).isEmpty();
    assertThat(answer.millis()).isLessThan(LIMIT_MILLIS);
    found.add("host.cable.cut");
  }

  @Test
  @Order(4)
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

  @ParameterizedTest
  @Order(5)
  @FieldSource("ON_A_RUNNING_STACK")
  void isFound(RealFault fault) {
    isFoundAndMended(fault);
  }

  @Test
  @Order(6)
  void afterwardsTheHostIsHealthyAgain() {
    isHealthy();
  }

  @Test
  @Order(7)
  void theStackComesToRest() {
    host.run(
        "for s in mysql server worker-1-6 worker-7 worker-8-9 beat;"
            + " do docker service scale -d dataflux-func_$s=0; done;"
            + " while [ $(docker ps -q | wc -l) -gt 2 ]; do sleep 0.2; done");
  }

  @ParameterizedTest
  @Order(8)
  @FieldSource("ON_A_STACK_AT_REST")
  void isFoundAtRest(RealFault fault) {
    isFoundAndMended(fault);
  }

  @Test
  @Order(9)
  void aMissingStackComesBack() {
    isFoundAndMended(RealFault.of("stack.services.absent", "", "").mended());
    isHealthy();
  }

  @Test
  @Order(10)
  void aUsedIngressNetworkIsMadeAnew() {
    isFoundAndMended(
        RealFault.of(
                "engine.ingress.clash",
                "ip link add lan0 type veth peer name lan1; ip link set lan1 up;"
                    + " ip link set lan0 up; ip address add 10.0.0.77/24 dev lan0;"
                    + " service --publish-add published=9997,target=80 dataflux-func_beat",
                "ip link delete lan0")
            .mended());
    isHealthy();
  }

  private static void isFoundAndMended(RealFault fault) {
    made.add(fault.expected());
    host.run(fault.make());
    try {
      finds(fault);
      found.add(fault.expected());
      if (fault.treatment() != Treatment.NONE) {
        mends(fault);
      }
      if (fault.treatment() == Treatment.FIX_AND_UNDO) {
        host.host().run("dataflux-func doctor --undo last");
        finds(fault);
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
                each -> each.found().contains(fault.expected()),
                DoctorAnswer.PATIENT,
                fault.options(),
                fault.check());
    assertThat(answer.found()).as(answer.toString()).contains(fault.expected());
  }

  private static void mends(RealFault fault) {
    DoctorAnswer answer =
        host.installed().doctor(DoctorAnswer.PATIENT, "--fix", "--yes", fault.check());
    assertThat(answer.found()).as(answer.toString()).isEmpty();
    assertThat(answer.unchecked()).isEmpty();
  }

  private static void isHealthy() {
    DoctorAnswer answer =
        host.installed().doctorUntil(DoctorAnswer::isHealthy, DoctorAnswer.PATIENT);
    falseAlarms.addAll(answer.found());
    host.installed().isHealthyToTheDoctor();
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

package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Faults really made on one air-gapped host, one after the other, each found and then mended or
/// undone.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealFaultsIT {
  private static final String STACK = StackedHost.INSTALL + "/docker-stack.yaml";
  private static final String CONFIGURATION = StackedHost.INSTALL + "/data/user-config.yaml";
  private static final String[] AREAS = {"host", "engine", "stack"};

  private static StackedHost host;
  private static int made;
  private static int found;

  @BeforeAll
  static void prepare() {
    host = new StackedHost();
  }

  @AfterAll
  static void countAndRemove() {
    System.out.printf("real faults: %d made, %d found%n", made, found);
    host.close();
  }

  static List<RealFault> faults() {
    List<RealFault> faults = new ArrayList<>(ofTheHost());
    faults.addAll(ofTheFiles());
    faults.addAll(ofTheStack());
    return faults;
  }

  private static List<RealFault> ofTheHost() {
    return List.of(
        RealFault.mended("host.ip-forward.off", "echo 0 > /proc/sys/net/ipv4/ip_forward"),
        RealFault.mended(
            "host.firewall-rules.dropped", "iptables -w -I INPUT -p tcp --dport 8088 -j DROP"),
        RealFault.of(
            "host.time-zone.unreadable",
            "mv /etc/localtime /etc/was; ln -s /gone /etc/localtime",
            "rm /etc/localtime; [ ! -e /etc/was ] || mv /etc/was /etc/localtime"),
        RealFault.of(
            "host.name.changed", "echo former > /etc/hostname", "hostname > /etc/hostname"),
        RealFault.of(
            "host.disk.full",
            "mkdir -p /mnt/small @PLACE/mysql; mount -t tmpfs -o size=20m t @PLACE/mysql; head -c"
                + " 19999999 /dev/zero > @PLACE/mysql/x",
            "umount @PLACE/mysql; rmdir @PLACE/mysql"),
        RealFault.of(
            "host.inodes.exhausted",
            "mkdir -p @PLACE/mysql; mount -t tmpfs -o nr_inodes=101 t @PLACE/mysql; for i in"
                + " $(seq 1 100); do : > @PLACE/mysql/$i; done",
            "umount @PLACE/mysql; rmdir @PLACE/mysql"),
        RealFault.of(
            "host.read-only.read-only",
            "mkdir -p @PLACE/mysql; mount -t tmpfs -o ro t @PLACE/mysql",
            "umount @PLACE/mysql; rmdir @PLACE/mysql"),
        RealFault.of(
            "host.ufw.closed",
            "mkdir -p /etc/ufw; echo ENABLED=yes > /etc/ufw/ufw.conf",
            "rm /etc/ufw/ufw.conf"),
        RealFault.of("engine.kind.snap", "mkdir -p /var/snap/docker", "rmdir /var/snap/docker"),
        RealFault.of(
            "engine.settings.malformed",
            "mkdir -p /etc/docker; echo '{\"dns\": [' > /etc/docker/daemon.json",
            "rm /etc/docker/daemon.json"),
        RealFault.mended(
            "engine.start.disabled", "systemctl disable -q docker.service docker.socket"),
        RealFault.of(
            "engine.ingress.unused-clash",
            "ip link add lan0 type veth peer name lan1; ip link set lan1 up; ip link set lan0 up;"
                + " ip address add 10.0.0.77/24 dev lan0",
            "ip link delete lan0"),
        RealFault.of(
            "engine.address-pools.overlap",
            "ip link add lan0 type veth peer name lan1; ip link set lan1 up; ip link set lan0 up;"
                + " ip address add 172.17.9.9/16 dev lan0",
            "ip link delete lan0"));
  }

  private static List<RealFault> ofTheFiles() {
    return List.of(
        RealFault.mended("host.record.missing", "rm /etc/dataflux-func"),
        RealFault.mended("host.record.malformed", "echo oops > /etc/dataflux-func"),
        RealFault.mended("stack.file.missing", "rm " + STACK),
        RealFault.of(
            "stack.file.malformed",
            "cp -p %1$s /tmp/was; echo '  x: [' >> %1$s".formatted(STACK),
            "cp -p /tmp/was " + STACK),
        RealFault.of(
            "stack.configuration.unknown-key",
            "cp -p %1$s /tmp/was; echo 'MYSQL_PASWORD: x' >> %1$s".formatted(CONFIGURATION),
            "cp -p /tmp/was " + CONFIGURATION),
        RealFault.of(
            "stack.configuration.malformed",
            "cp -p %1$s /tmp/was; echo 'a: b: c' >> %1$s".formatted(CONFIGURATION),
            "cp -p /tmp/was " + CONFIGURATION),
        RealFault.of(
            "stack.applied.port",
            "cp -p %1$s /tmp/was; sed -i 's/published: 8088/published: 18088/' %1$s"
                .formatted(STACK),
            "cp -p /tmp/was " + STACK),
        RealFault.of(
            "stack.image-resolution.asked",
            "cp -p %1$s /tmp/was; sed -i 's#\"dataflux-func/#\"registry.example.com/#' %1$s"
                .formatted(STACK),
            "cp -p /tmp/was " + STACK),
        RealFault.mended("stack.modes.readable", "chmod 644 " + CONFIGURATION),
        RealFault.mended("stack.logrotate.missing", "rm /etc/logrotate.d/dataflux-func"),
        RealFault.of(
            "stack.log-size.large",
            "truncate -s 2G @PLACE/data/logs/old.log",
            "rm @PLACE/data/logs/old.log"));
  }

  private static List<RealFault> ofTheStack() {
    return List.of(
        RealFault.mended(
            "stack.health.paused", "docker pause $(docker ps -q -f name=dataflux-func_worker)"),
        RealFault.mended(
            "engine.node.drained", "docker node update --availability pause $(docker node ls -q)"),
        RealFault.mended("stack.services.zero", "docker service scale -d dataflux-func_worker=0"),
        RealFault.mended("stack.beat.twice", "docker service scale -d dataflux-func_beat=2"),
        RealFault.mended("stack.services.absent", "docker service rm dataflux-func_beat"),
        RealFault.mended("host.iptables.flushed", "iptables -w -F FORWARD"),
        RealFault.mended("engine.present.stopped", "systemctl stop docker docker.socket"));
  }

  @Test
  @Order(1)
  void aHealthyHostGivesNoFaultAndNoWarningWithinFiveSeconds() {
    assertThat(settled())
        .noneMatch(line -> line.startsWith("found") || line.startsWith("unchecked"));
  }

  @Test
  @Order(2)
  void lookingChangesNothing() {
    String everything =
        "find /etc %s /var/lib/dataflux-func -type f -exec sha256sum {} + 2>/dev/null; iptables -w -S; docker service ls -q"
            .formatted(StackedHost.INSTALL);
    String before = host.host().outcome(everything).out();
    host.doctor(AREAS);
    assertThat(host.host().outcome(everything).out()).isEqualTo(before);
  }

  @ParameterizedTest
  @Order(3)
  @MethodSource("faults")
  void eachFaultIsFoundAndMended(RealFault fault) {
    made++;
    host.run(fault.make().replace("@PLACE", StackedHost.INSTALL));
    assertThat(host.doctor(fault.check()))
        .anyMatch(line -> line.startsWith("found " + fault.expected() + ":"));
    found++;
    if (fault.mended()) {
      host.doctor("fix", fault.check());
    } else {
      host.run(fault.undo().replace("@PLACE", StackedHost.INSTALL));
    }
    assertThat(settled(fault.check())).noneMatch(line -> line.startsWith("found"));
  }

  @Test
  @Order(4)
  void aCutCableIsFoundAndNothingHangs() {
    made++;
    host.host().cutCable();
    List<String> said = host.doctor(AREAS);
    host.host().mendCable();
    assertThat(said).anyMatch(line -> line.startsWith("found host.cable.cut: [eth0"));
    found++;
  }

  /// What is found once the stack has had time to come to rest.
  private static List<String> settled(String... names) {
    List<String> said = List.of();
    for (int attempt = 0; attempt < 15; attempt++) {
      said = host.doctor(names.length == 0 ? AREAS : names);
      if (said.stream()
          .noneMatch(line -> line.startsWith("found") || line.startsWith("unchecked"))) {
        return said;
      }
      host.run("sleep 2");
    }
    return said;
  }
}

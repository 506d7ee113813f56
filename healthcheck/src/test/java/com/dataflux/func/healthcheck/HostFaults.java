package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.Card;
import com.dataflux.func.healthcheck.site.Reach;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Faults of the host.
final class HostFaults {
  private static final String PORT_RULE = "-A INPUT -p tcp -m tcp --dport 8088 -j DROP";

  private HostFaults() {}

  static Stream<MadeFault> all() {
    return Stream.of(machine(), kernel(), firewalls(), names(), records()).flatMap(List::stream);
  }

  private static List<MadeFault> machine() {
    return List.of(
        MadeFault.of(
            "host.architecture.unsupported",
            "a 32-bit processor",
            host -> host.commands.answer("uname -m", "armv7l\n")),
        MadeFault.of(
            "host.system.too-old",
            "an old distribution",
            host ->
                host.write(
                    "/etc/os-release",
                    "ID=ubuntu\nVERSION_ID=\"14.04\"\nPRETTY_NAME=\"Ubuntu 14.04\"\n")),
        MadeFault.of(
            "host.root.not-root",
            "run as another user",
            host -> host.write("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\n")),
        MadeFault.of(
            "host.cpu.too-few", "one CPU", host -> host.write("/proc/cpuinfo", "processor\t: 0\n")),
        MadeFault.of(
            "host.memory.too-little",
            "2 GB of memory",
            host -> host.replace("/proc/meminfo", "MemTotal: 8000000", "MemTotal: 2000000")),
        MadeFault.of(
            "host.memory.exhausted",
            "no memory left",
            host -> host.replace("/proc/meminfo", "MemAvailable: 5000000", "MemAvailable: 100000")),
        MadeFault.of(
            "host.swap.used",
            "living on swap",
            host ->
                host.write(
                    "/proc/meminfo",
                    "MemTotal: 8000000 kB\n"
                        + "MemAvailable: 500000 kB\n"
                        + "SwapTotal: 2000000 kB\n"
                        + "SwapFree: 1000 kB\n")),
        MadeFault.of(
            "host.disk.full",
            "a full disk",
            host -> host.commands.answer("stat -f", "1a 10 10000000 4096 900000 1000000\n")),
        MadeFault.of(
            "host.disk.low",
            "a nearly full disk",
            host -> host.commands.answer("stat -f", "1a 200000 10000000 4096 900000 1000000\n")),
        MadeFault.of(
            "host.inodes.exhausted",
            "no inodes left",
            host -> host.commands.answer("stat -f", "1a 5000000 10000000 4096 0 1000000\n")),
        MadeFault.of(
            "host.inodes.low",
            "few inodes left",
            host -> host.commands.answer("stat -f", "1a 5000000 10000000 4096 30000 1000000\n")),
        MadeFault.of(
            "host.read-only.read-only",
            "a disk that went read-only",
            host ->
                host.write(
                    "/proc/mounts",
                    "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /usr/local ext4 ro,relatime 0 0\n")),
        MadeFault.of(
            "host.disk-latency.slow",
            "a slow disk",
            host -> host.write("/proc/pressure/io", "full avg10=80.10 avg60=71.20 avg300=1\n")));
  }

  private static List<MadeFault> kernel() {
    return List.of(
        MadeFault.of(
            "host.kernel.too-old",
            "a kernel of 2.6",
            host -> host.write("/proc/sys/kernel/osrelease", "2.6.32-754.el6\n")),
        MadeFault.of(
            "host.kernel-features.lacks",
            "a kernel without vxlan",
            host ->
                host.replace(
                    "/lib/modules/6.1.0-13-amd64/modules.dep",
                    "kernel/drivers/net/vxlan/vxlan.ko.xz",
                    "kernel/x.ko")),
        MadeFault.of(
                "host.ipvs.lacks",
                "the mesh without IPVS",
                host -> host.engine.publishThroughMesh("server"))
            .bringing("stack.applied.port"),
        MadeFault.of(
            "host.cgroups.lacks",
            "no memory controller",
            host -> host.replace("/proc/cgroups", "memory\t2\t1\t1", "memory\t2\t1\t0")),
        MadeFault.of(
            "host.ip-forward.off",
            "forwarding off",
            host -> host.write("/proc/sys/net/ipv4/ip_forward", "0\n")),
        MadeFault.of(
            "host.bridge-filter.off",
            "bridges unfiltered",
            host -> host.write("/proc/sys/net/bridge/bridge-nf-call-iptables", "0\n")),
        MadeFault.of(
            "host.file-limit.low",
            "few open files",
            host ->
                host.write("/proc/77/limits", "Max open files            1024    1024   files\n")),
        MadeFault.of(
                "host.clock.impossible",
                "a dead clock battery",
                host -> host.now = Instant.parse("1970-01-02T00:00:00Z"))
            .bringing("application.dump-age"),
        MadeFault.of(
                "host.clock.went-back",
                "a clock set back",
                host -> host.now = FakeHost.NOW.minusSeconds(86_400))
            .bringing("application."),
        MadeFault.of(
            "host.time-zone.unreadable",
            "a time zone that is gone",
            host -> host.delete("/usr/share/zoneinfo/UTC")));
  }

  private static List<MadeFault> firewalls() {
    return List.of(
        MadeFault.of(
            "host.iptables.absent", "no iptables", host -> host.delete("/usr/sbin/iptables")),
        MadeFault.of(
            "host.iptables.at-odds",
            "rules in old and new tables",
            host ->
                host.commands.answer(
                    "xtables-legacy-multi iptables-save",
                    "*nat\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -j DOCKER\n")),
        MadeFault.of(
            "host.iptables.flushed",
            "rules flushed",
            host -> host.commands.answer("iptables -w -S", "-P FORWARD ACCEPT\n")),
        MadeFault.of(
            "host.firewall-rules.dropped",
            "a rule against the port",
            host ->
                host.commands.answer(
                    "iptables -w -S", PORT_RULE + "\n-A FORWARD -j DOCKER-USER\n")),
        MadeFault.of(
            "host.firewalld.closed", "firewalld with the port closed", HostFaults::firewalld),
        MadeFault.of(
            "host.ufw.closed",
            "ufw with the port closed",
            host -> host.write("/etc/ufw/ufw.conf", "ENABLED=yes\n")),
        MadeFault.of("host.selinux.blocks", "SELinux enforcing", HostFaults::enforce),
        MadeFault.of(
            "host.apparmor.parser-missing", "AppArmor without its parser", HostFaults::armour));
  }

  private static List<MadeFault> names() {
    return List.of(
        MadeFault.of(
            "host.name.unusable",
            "no host name",
            host -> host.write("/proc/sys/kernel/hostname", "(none)\n")),
        MadeFault.of(
            "host.name.changed",
            "a changed host name",
            host -> host.write("/etc/hostname", "former\n")),
        MadeFault.of("host.cards.several", "several cards before Swarm", HostFaults::severalCards)
            .bringing("engine.swarm", "application.addresses"),
        MadeFault.of(
            "host.cable.cut",
            "a cut cable",
            host -> host.cards.set(1, new Card("eth0", false, 1500, List.of("192.168.7.5/24")))),
        MadeFault.of(
            "host.mtu.smaller",
            "a tunnel as way out",
            host -> host.cards.set(1, new Card("eth0", true, 1400, List.of("192.168.7.5/24")))),
        MadeFault.of(
            "host.port.taken", "the port taken", host -> host.write("/proc/77/comm", "nginx\n")));
  }

  private static List<MadeFault> records() {
    return List.of(
        MadeFault.of(
            "host.record.missing", "the record lost", host -> host.delete("/etc/dataflux-func")),
        MadeFault.of(
            "host.record.malformed",
            "the record spoilt",
            host -> host.write("/etc/dataflux-func", "INSTALLED\n")),
        MadeFault.of(
                "host.record.directory-missing",
                "the install moved",
                host -> host.write("/etc/dataflux-func", "INSTALLED_DIR=/opt/gone\n"))
            .bringing("host.", "stack."),
        MadeFault.of("host.other-install.second", "a second install", HostFaults::secondInstall)
            .bringing("stack.logrotate", "application.", "stack.directories"));
  }

  private static void firewalld(FakeHost host) {
    host.write("/usr/bin/firewall-cmd", "");
    host.commands.answer("firewall-cmd --state", "running\n");
    host.commands.answer("firewall-cmd --query-port", 1, "no\n");
  }

  private static void enforce(FakeHost host) {
    host.write("/sys/fs/selinux/enforce", "1");
    host.engine.says("security", List.of("name=selinux"));
  }

  private static void armour(FakeHost host) {
    host.write("/sys/module/apparmor/parameters/enabled", "Y\n");
    host.directory("/sys/kernel/security/apparmor");
  }

  private static void severalCards(FakeHost host) {
    host.cards.add(new Card("eth1", true, 1500, List.of("10.9.0.5/24")));
    host.web.fail("http://10.9.0.5:8088/api/v1/do/ping", Reach.SILENT);
    host.engine.says("swarmState", "inactive");
  }

  private static void secondInstall(FakeHost host) {
    String text = host.files.text(FakeHost.DIRECTORY + "/docker-stack.yaml").orElseThrow();
    String configuration =
        host.files.text(FakeHost.DIRECTORY + "/data/user-config.yaml").orElseThrow();
    host.write("/opt/func/docker-stack.yaml", text, "rw-------");
    host.write("/opt/func/data/user-config.yaml", configuration, "rw-------");
    host.write("/etc/dataflux-func", "INSTALLED_DIR=/opt/func\n");
  }
}

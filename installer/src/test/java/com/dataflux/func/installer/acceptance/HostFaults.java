package com.dataflux.func.installer.acceptance;

import com.dataflux.func.platform.engine.EngineFiles;
import java.util.List;

/// Faults of the host itself, of its disks and its network.
final class HostFaults {
  /// The testbed's hosts have neither of these firewalls; what stands in keeps rules as they do.
  private static final String STAND_IN = "install -m 755 /opt/%1$s.sh /usr/bin/%1$s; ";

  private HostFaults() {}

  static List<RealFault> all() {
    return List.of(
        RealFault.of(
            "host.system.too-old",
            "mv /etc/os-release /tmp/os-release;"
                + " printf 'ID=debian\\nVERSION_ID=8\\n' > /etc/os-release",
            "mv -f /tmp/os-release /etc/os-release"),
        RealFault.of("host.ip-forward.off", "echo 0 > /proc/sys/net/ipv4/ip_forward", "")
            .mendedAndUndone(),
        RealFault.of(
                "host.bridge-filter.off",
                "echo 0 > /proc/sys/net/bridge/bridge-nf-call-iptables",
                "")
            .mendedAndUndone(),
        RealFault.of(
                "host.firewall-rules.dropped",
                "iptables -w -I INPUT -p tcp --dport 8088 -j DROP",
                "")
            .mendedAndUndone(),
        RealFault.of(
            "host.iptables.absent",
            "mv /usr/sbin/iptables /usr/sbin/was-iptables; mv %1$s %1$s.gone"
                .formatted(EngineFiles.FALLBACK),
            "mv /usr/sbin/was-iptables /usr/sbin/iptables; mv %1$s.gone %1$s"
                .formatted(EngineFiles.FALLBACK)),
        RealFault.of(
                "host.ufw.closed",
                STAND_IN.formatted("ufw")
                    + "mkdir -p /etc/ufw; echo ENABLED=yes > /etc/ufw/ufw.conf",
                "rm -r /usr/bin/ufw /etc/ufw")
            .mendedAndUndone(),
        RealFault.of(
                "host.firewalld.closed",
                STAND_IN.formatted("firewall-cmd"),
                "rm /usr/bin/firewall-cmd; rm -f /run/open-ports*")
            .mendedAndUndone(),
        RealFault.of("host.disk.full", disk("size=20m", "head -c 20500000 /dev/zero > x"), UNMOUNT),
        RealFault.of("host.disk.low", disk("size=20m", "head -c 19500000 /dev/zero > x"), UNMOUNT),
        RealFault.of("host.inodes.exhausted", disk("nr_inodes=101", "touch $(seq 100)"), UNMOUNT),
        RealFault.of("host.inodes.low", disk("nr_inodes=101", "touch $(seq 97)"), UNMOUNT),
        RealFault.of("host.read-only.read-only", disk("ro", "true"), UNMOUNT),
        RealFault.of(
            "host.ipvs.lacks",
            "service --endpoint-mode vip dataflux-func_beat",
            "service --endpoint-mode dnsrr dataflux-func_beat"),
        RealFault.of(
            "host.clock.went-back",
            "touch -d '+3 hours' /etc/dataflux-func",
            "touch /etc/dataflux-func"),
        RealFault.of(
            "host.time-zone.unreadable",
            "mv /etc/localtime /etc/was; ln -s /gone /etc/localtime",
            "mv /etc/was /etc/localtime"),
        RealFault.of(
            "host.name.changed", "echo former > /etc/hostname", "hostname > /etc/hostname"),
        RealFault.of("host.name.unusable", "hostname localhost.localdomain", "hostname airgapped"),
        RealFault.of(
            "host.mtu.smaller",
            "ip route add default via 192.168.77.200 dev eth0; ip link set eth0 mtu 1400",
            "ip link set eth0 mtu 1500; ip route delete default"),
        RealFault.of(
            "host.file-limit.low",
            "e=$(cat /run/docker.pid); prlimit -p $e -n -o SOFT --noheadings > /tmp/soft;"
                + " prlimit -p $e --nofile=1024:",
            "prlimit -p $(cat /run/docker.pid) --nofile=$(tr -d ' ' < /tmp/soft):"),
        RealFault.of(
            "host.port.taken",
            "keep $S; sed -i 's/published: 8088/published: 22222/' $S; listen 22222 '200 OK'",
            "systemctl stop listener; back $S"),
        RealFault.of("host.record.missing", "rm /etc/dataflux-func", "").mendedAndUndone(),
        RealFault.of("host.record.malformed", "echo oops > /etc/dataflux-func", "")
            .mendedAndUndone(),
        RealFault.of(
            "host.record.directory-missing",
            "keep /etc/dataflux-func; echo INSTALLED_DIR=/gone > /etc/dataflux-func",
            "back /etc/dataflux-func"),
        RealFault.of(
            "host.other-install.second",
            "keep /etc/dataflux-func; mkdir /opt/second; cp -p $S /opt/second/;"
                + " echo INSTALLED_DIR=/opt/second > /etc/dataflux-func",
            "back /etc/dataflux-func; rm -r /opt/second"));
  }

  private static final String UNMOUNT = "umount $I/redis";

  /// A small disk of its own under one of the install's directories; the container keeps the one
  /// that it began with.
  private static String disk(String options, String fill) {
    return "mount -t tmpfs -o %s small $I/redis; cd $I/redis; %s".formatted(options, fill);
  }
}

package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.FakeHost.Shape;
import java.util.Map;

/// The files of a healthy host, as far as checks read them.
final class HealthyFiles {
  private final FakeHost host;

  HealthyFiles(FakeHost host) {
    this.host = host;
  }

  void write(Shape shape, Map<String, String> services) {
    kernel();
    system(shape);
    install(shape, services);
  }

  private void kernel() {
    host.write("/proc/self/status", "Name:\tjava\nUid:\t0\t0\t0\t0\n");
    host.write("/proc/cpuinfo", "processor\t: 0\n\nprocessor\t: 1\n");
    host.write(
        "/proc/meminfo",
        "MemTotal: 8000000 kB\nMemAvailable: 5000000 kB\nSwapTotal: 2000000 kB\nSwapFree: 2000000"
            + " kB\n");
    host.write("/proc/mounts", "/dev/sda1 / ext4 rw,relatime 0 0\n");
    host.write("/proc/pressure/io", "some avg10=1 avg60=2\nfull avg10=0.10 avg60=0.20 avg300=1\n");
    host.write("/proc/sys/kernel/osrelease", "6.1.0-13-amd64\n");
    host.write("/proc/sys/kernel/hostname", "appliance\n");
    host.write("/proc/filesystems", "nodev\tproc\nnodev\toverlay\n\text4\n");
    host.write(
        "/lib/modules/6.1.0-13-amd64/modules.dep",
        "kernel/net/bridge/bridge.ko:\nkernel/drivers/net/veth.ko:\n"
            + "kernel/drivers/net/vxlan/vxlan.ko.xz: x\nkernel/net/netfilter/nf_tables.ko:\n");
    host.write(
        "/proc/cgroups",
        "#subsys_name\thierarchy\tnum_cgroups\tenabled\n"
            + "cpu\t1\t1\t1\n"
            + "memory\t2\t1\t1\n"
            + "pids\t3\t1\t1\n");
    host.write("/proc/sys/net/ipv4/ip_forward", "1\n");
    host.write("/proc/sys/net/bridge/bridge-nf-call-iptables", "1\n");
    host.write("/proc/net/ip_tables_names", "filter\n");
    host.write(
        "/proc/net/route",
        "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n"
            + "eth0\t00000000\t0107A8C0\t0003\t0\t0\t0\t00000000\t0\n");
    host.write(
        "/proc/net/arp",
        "IP address HW type Flags HW address Mask Device\n"
            + "192.168.7.1      0x1         0x2         52:54:00:00:00:01     *        eth0\n");
    host.write("/proc/77/limits", "Max open files            1048576    1048576   files\n");
    host.write("/proc/77/comm", "docker-proxy\n");
    host.link("/proc/77/fd/4", "socket:[4711]");
    host.write(
        "/proc/net/tcp",
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
            + " inode\n   0: 00000000:1F98 00000000:0000 0A 00000000:00000000 00:00000000 00000000"
            + "     0        0 4711 1\n");
  }

  private void system(Shape shape) {
    host.write(
        "/etc/os-release",
        "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n");
    host.write("/etc/hostname", "appliance\n");
    host.write("/usr/share/zoneinfo/UTC", "TZif2");
    host.link("/etc/localtime", "../usr/share/zoneinfo/UTC");
    host.write("/usr/bin/dockerd", "");
    host.write("/usr/sbin/iptables", "");
    host.write("/var/run/docker.pid", "77\n");
    host.directory("/var/lib/docker");
    host.write("/etc/docker/daemon.json", "{\"log-level\": \"warn\"}\n");
    host.write("/etc/resolv.conf", "");
    if (shape != Shape.WITHOUT_SYSTEMD) {
      host.directory("/run/systemd/system");
      host.write("/etc/systemd/system/multi-user.target.wants/docker.service", "");
    }
  }

  private void install(Shape shape, Map<String, String> services) {
    String directory = FakeHost.DIRECTORY;
    host.write("/etc/dataflux-func", "INSTALLED_DIR=" + directory + "\n");
    String stack = stack(services);
    host.write(directory + "/docker-stack.yaml", stack, "rw-------");
    host.write(directory + "/docker-stack.example.yaml", stack, "rw-------");
    services.keySet().forEach(name -> host.directory(directory + "/" + name));
    host.write(
        directory + "/data/user-config.yaml",
        """
        SECRET: "abc"
        MYSQL_HOST: "%s"
        MYSQL_USER: dff
        MYSQL_PASSWORD: "mysql-password"
        MYSQL_DATABASE: dataflux_func
        REDIS_HOST: "%s"
        REDIS_PASSWORD: "redis-password"
        CUSTOM_KEY: 1
        WEB_BASE_URL: ""
        """
            .formatted(shape.host("mysql"), shape.host("redis")),
        "rw-------");
    host.write(directory + "/data/logs/dataflux-func.log", "[INFO] started\n");
    dump("20260601-110000", 1000);
    dump("20260601-113000", 1010);
    host.write(
        "/etc/logrotate.d/dataflux-func",
        "\"" + directory + "/data/logs/dataflux-func.log\" {\n    daily\n}\n");
  }

  /// A whole dump of about so many bytes.
  void dump(String moment, int size) {
    host.write(
        FakeHost.DIRECTORY + "/data/sqldump/dataflux-func-sqldump-" + moment + ".sql",
        "-- MySQL dump\n" + "x".repeat(size) + "\n-- Dump completed on 2026-06-01\n");
  }

  private static String stack(Map<String, String> services) {
    StringBuilder yaml = new StringBuilder("version: \"3.7\"\n\nservices:\n");
    services.forEach(
        (name, image) -> {
          String source = image.equals(FakeHost.APPLICATION) ? "data" : name;
          yaml.append(
              """
                %s:
                  image: "%s"
                  command: %s
                  volumes:
                    - type: bind
                      source: "%s/%s"
                      target: /data
              """
                  .indent(2)
                  .formatted(name, image, name, FakeHost.DIRECTORY, source)
                  .replaceAll("(?m)^    ", "  "));
          if (name.equals("server")) {
            yaml.append("    ports:\n      - {published: 8088, target: 8088, mode: host}\n");
          }
        });
    return yaml.toString();
  }
}

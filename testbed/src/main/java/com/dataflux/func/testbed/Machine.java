package com.dataflux.func.testbed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A host between switching on and off: its outer process, and the one that is process 1 inside.
record Machine(Process outer, long leader) {
  private static final String TRIVIAL_INIT =
      """
      cd "$1" && mount --make-rprivate / && mount --rbind "$1" "$1" && cd "$1" &&
      mount -t proc proc proc && mount -t sysfs sys sys && mount --rbind /sys/fs/cgroup sys/fs/cgroup &&
      mount --rbind /dev dev && mount -t tmpfs tmpfs run && mount -t tmpfs tmpfs tmp &&
      shift || exit 120
      while [ $# -gt 0 ]; do mount --bind -o "$1" "$2" ".$3" || exit 121; shift 3; done
      mkdir -p mnt/old && pivot_root . mnt/old && cd / && umount -l /mnt/old && hostname airgapped
      exec /bin/sh -c 'while :; do sleep 3600 & wait $!; done' init
      """;

  static Machine start(HostPlan plan, HostDisks disks, String namespace, Path log) {
    List<String> argv =
        plan.systemd() ? nspawn(plan, disks, namespace) : plain(plan, disks, namespace);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(argv)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("SYSTEMD_NSPAWN_API_VFS_WRITABLE", "network");
      Process outer = builder.start();
      Leftovers.process(outer.toHandle());
      Machine machine = new Machine(outer, Waiting.until("process 1 runs", () -> leader(outer)));
      ProcessHandle.of(machine.leader()).ifPresent(Leftovers::process);
      return machine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> nspawn(HostPlan plan, HostDisks disks, String namespace) {
    BuildMachine.needs("systemd-container");
    List<String> argv =
        new ArrayList<>(
            List.of(
                "setsid",
                "systemd-nspawn",
                "-D",
                disks.root().toString(),
                "-b",
                "--quiet",
                "--network-namespace-path=/run/netns/" + namespace,
                "--capability=all",
                "--register=no",
                "--keep-unit",
                "-M",
                namespace,
                "--hostname=airgapped",
                "--resolv-conf=off",
                "--timezone=off",
                "--system-call-filter=@keyring bpf @mount @module"));
    disks.others().forEach((place, disk) -> argv.add("--bind=%s:%s".formatted(disk, place)));
    plan.media().forEach((place, source) -> argv.add("--bind-ro=%s:%s".formatted(source, place)));
    return argv;
  }

  private static List<String> plain(HostPlan plan, HostDisks disks, String namespace) {
    List<String> argv =
        new ArrayList<>(List.of("setsid", "nsenter", "--net=/run/netns/" + namespace));
    argv.addAll(List.of("unshare", "--mount", "--pid", "--uts", "--ipc", "--fork", "--kill-child"));
    argv.addAll(List.of("sh", "-c", TRIVIAL_INIT, "start"));
    argv.add(disks.root().toString());
    disks.others().forEach((place, disk) -> argv.addAll(List.of("rw", disk.toString(), place)));
    plan.media().forEach((place, source) -> argv.addAll(List.of("ro", source.toString(), place)));
    return argv;
  }

  /// The child of the outer process, once it is process 1 of its namespace.
  private static @Nullable Long leader(Process outer) {
    if (!outer.isAlive()) {
      throw new IllegalStateException("the host ended with " + outer.exitValue());
    }
    return outer
        .children()
        .map(ProcessHandle::pid)
        .filter(Machine::isInit)
        .findFirst()
        .orElse(null);
  }

  private static boolean isInit(long pid) {
    try {
      List<String> namespaced =
          Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
              .filter(line -> line.startsWith("NSpid:"))
              .toList();
      String program = Files.readString(Path.of("/proc/%d/comm".formatted(pid))).strip();
      return namespaced.getFirst().endsWith("\t1")
          && !program.contains("nspawn")
          && !Files.readString(Path.of("/proc/%d/cmdline".formatted(pid))).contains("pivot_root");
    } catch (IOException e) {
      return false;
    }
  }

  /// What to put before a command so that it runs on the host.
  List<String> enter() {
    return List.of(
        "nsenter",
        "-t",
        Long.toString(leader),
        "-m",
        "-u",
        "-i",
        "-n",
        "-p",
        "-C",
        "--",
        "env",
        "-i",
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME=/root",
        "LANG=C.UTF-8");
  }

  /// As a power cut: nothing on it has time to do anything.
  void kill() {
    ProcessHandle.of(leader).ifPresent(ProcessHandle::destroyForcibly);
    outer.destroyForcibly().onExit().join();
  }
}

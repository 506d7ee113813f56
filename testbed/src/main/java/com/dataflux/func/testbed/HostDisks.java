package com.dataflux.func.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The disks of a host: its root, a layer over a base that is never written to, a plain directory
/// for the engine, whose overlays cannot be stacked on another, and small ones.
///
/// @param root of the host, as the build machine sees it
/// @param others what the host sees elsewhere, by the place where
record HostDisks(Path root, Map<String, Path> others) {

  static HostDisks make(HostPlan plan) {
    Path home = Leftovers.directory("host");
    try {
      Path root = Files.createDirectory(home.resolve("root"));
      Path upper = Files.createDirectory(home.resolve("upper"));
      Path work = Files.createDirectory(home.resolve("work"));
      Map<String, Path> others = new LinkedHashMap<>();
      others.put(HostPlan.DOCKER, Files.createDirectory(home.resolve("docker")));
      for (Map.Entry<String, String> disk : plan.disks().entrySet()) {
        Path place = home.resolve(Path.of(disk.getKey()).getFileName());
        others.put(disk.getKey(), Files.createDirectories(place));
        small(home.resolve(place.getFileName() + ".img"), disk.getValue(), place);
      }
      Path base = plan.system().root().directory();
      Programs.run(
          "mount",
          "-t",
          "overlay",
          "overlay",
          "-o",
          "lowerdir=%s,upperdir=%s,workdir=%s".formatted(base, upper, work),
          root.toString());
      furnish(root, plan.media());
      return new HostDisks(root, others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it writes what it says and has.
  Path home() {
    return root.resolveSibling("");
  }

  /// Mounts a disk of a given size, kept in a file.
  static void small(Path image, String size, Path place) {
    Programs.run("truncate", "-s", size, image.toString());
    Programs.run("mkfs.ext4", "-q", "-m", "0", image.toString());
    Programs.run("mount", "-o", "loop", image.toString(), place.toString());
  }

  private static void furnish(Path root, Map<String, Path> media) throws IOException {
    Files.writeString(root.resolve("etc/hostname"), "airgapped\n");
    Files.writeString(root.resolve("etc/hosts"), "127.0.0.1 localhost\n127.0.1.1 airgapped\n");
    Files.deleteIfExists(root.resolve("etc/resolv.conf"));
    Files.writeString(root.resolve("etc/resolv.conf"), "");
    Files.deleteIfExists(root.resolve("etc/machine-id"));
    for (String place : media.keySet()) {
      Files.createDirectories(root.resolve(place.substring(1)));
    }
    Files.createDirectories(root.resolve("var/lib/docker"));
    if (Files.exists(root.resolve("lib/systemd/systemd"))) {
      unit(root);
    }
  }

  /// A container sees the controllers of cgroup v1 read-only, a host does not.
  private static void unit(Path root) throws IOException {
    Path units = root.resolve("etc/systemd/system");
    Files.writeString(
        units.resolve("testbed-cgroups.service"),
        """
        [Unit]
        Description=Make the cgroup controllers writable, as on a host
        DefaultDependencies=no
        Before=basic.target
        [Service]
        Type=oneshot
        ExecStart=/bin/sh -c 'for c in /sys/fs/cgroup/*; do mount -o remount,bind,rw "$c"; done; true'
        [Install]
        WantedBy=sysinit.target
        """);
    Path wants = Files.createDirectories(units.resolve("sysinit.target.wants"));
    Files.createSymbolicLink(
        wants.resolve("testbed-cgroups.service"), Path.of("../testbed-cgroups.service"));
    // The card has its address from outside; waiting for networkd to give it one holds Docker up.
    Path waiting = units.resolve("systemd-networkd-wait-online.service");
    Files.deleteIfExists(waiting);
    Files.createSymbolicLink(waiting, Path.of("/dev/null"));
  }

  void remove() {
    Programs.outcome(List.of("umount", "-l", root.toString()));
    others.values().forEach(disk -> Programs.outcome(List.of("umount", "-l", disk.toString())));
    Programs.outcome(List.of("rm", "-rf", "--one-file-system", home().toString()));
  }
}

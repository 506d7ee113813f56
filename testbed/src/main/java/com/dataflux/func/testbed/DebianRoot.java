package com.dataflux.func.testbed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A root file system of Debian packages, made once and never written to afterwards.
///
/// @param name how it is called in the cache
/// @param suite of Debian
/// @param packages beside the essential ones
record DebianRoot(String name, String suite, List<String> packages) {
  private static final List<String> HOST =
      List.of("systemd", "systemd-sysv", "dbus", "iproute2", "iptables", "procps", "kmod");

  /// Hosts to install on.
  static final DebianRoot DEBIAN_12 = new DebianRoot("debian-12", "bookworm", HOST);

  static final DebianRoot DEBIAN_11 = new DebianRoot("debian-11", "bullseye", HOST);

  static final DebianRoot DEBIAN_12_WITH_DOCKER =
      new DebianRoot("debian-12-docker", "bookworm", withDocker());

  /// Engines to speak to.
  static final DebianRoot ENGINE_20 =
      new DebianRoot("engine-20.10", "bookworm", List.of("docker.io", "iptables"));

  static final DebianRoot ENGINE_26 =
      new DebianRoot("engine-26.1", "trixie", List.of("docker.io", "docker-cli", "iptables"));

  static final DebianRoot ENGINE_28 =
      new DebianRoot("engine-28.5", "sid", List.of("docker.io", "docker-cli", "iptables"));

  /// MySQL 9.7 and its client.
  static final DebianRoot MYSQL =
      new DebianRoot("mysql-9.7", "sid", List.of("mysql-server-core", "mysql-client-core"));

  /// Redis, and the libraries that MySQL 5.7 needs.
  static final DebianRoot SERVERS =
      new DebianRoot("servers", "bookworm", List.of("redis-server", "libaio1", "libnuma1"));

  /// A registry of images.
  static final DebianRoot REGISTRY =
      new DebianRoot("registry", "bookworm", List.of("docker-registry"));

  private static List<String> withDocker() {
    List<String> packages = new ArrayList<>(HOST);
    packages.add("docker.io");
    return List.copyOf(packages);
  }

  /// Its directory, made first where there is none.
  Path directory() {
    return BuildCache.directory(name, this + " without documentation", this::make);
  }

  private void make(Path directory) {
    BuildMachine.needs("mmdebstrap", "debian-archive-keyring");
    Programs.run(
        "mmdebstrap",
        "--quiet",
        "--mode=root",
        "--variant=minbase",
        "--format=directory",
        "--aptopt=Acquire::Check-Valid-Until \"false\"",
        "--dpkgopt=path-exclude=/usr/share/doc/*",
        "--dpkgopt=path-exclude=/usr/share/locale/*",
        "--include=" + String.join(",", packages),
        suite,
        directory.toString(),
        BuildMachine.mirror());
  }
}

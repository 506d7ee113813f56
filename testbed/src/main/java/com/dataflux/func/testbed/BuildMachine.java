package com.dataflux.func.testbed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The machine that the tests run on: Debian, as root. What it lacks is installed.
final class BuildMachine {
  private static final Set<String> PRESENT = new HashSet<>();

  private BuildMachine() {}

  /// Installs the Debian packages that are missing.
  ///
  /// @throws IllegalStateException where that is not possible: the tests that need them then fail
  static synchronized void needs(String... packages) {
    List<String> missing = new ArrayList<>();
    for (String name : packages) {
      if (!PRESENT.contains(name) && !installed(name)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      apt("update", List.of());
      apt("install", missing);
    }
    PRESENT.addAll(List.of(packages));
  }

  /// One at a time: classes of tests run beside each other, each in a JVM of its own.
  private static void apt(String command, List<String> packages) {
    List<String> argv =
        new ArrayList<>(
            List.of(
                "flock",
                System.getProperty("java.io.tmpdir") + "/dataflux-func-testbed-apt.lock",
                "env",
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                command,
                "-qy",
                "--no-install-recommends",
                "-oDPkg::Lock::Timeout=600"));
    argv.addAll(packages);
    Programs.run(argv);
  }

  private static boolean installed(String name) {
    return Programs.outcome(List.of("dpkg-query", "-W", "-f", "${db:Status-Status}", name))
        .out()
        .equals("installed");
  }

  /// The address of the Debian mirror that this machine uses.
  static String mirror() {
    return Programs.run(
            "apt-get",
            "indextargets",
            "--format",
            "$(SITE)",
            "Created-By: Packages",
            "Origin: Debian",
            "Label: Debian")
        .lines()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("apt knows no Debian mirror: run apt-get update"));
  }
}

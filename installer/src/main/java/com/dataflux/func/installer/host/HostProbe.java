package com.dataflux.func.installer.host;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Gathers [HostFacts] of this host, without changing it.
public final class HostProbe {
  private static final Path PROC = Path.of("/proc");
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);

  private final CommandRunner runner;

  public HostProbe(CommandRunner runner) {
    this.runner = runner;
  }

  public HostFacts look() {
    return new HostFacts(
        isRoot(),
        architecture(System.getProperty("os.arch", "")),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        missing(),
        Addresses.all(PROC),
        new Listeners(PROC).all(),
        Instant.now(),
        hasSystemd());
  }

  /// Whether systemd is this host's service manager.
  public static boolean hasSystemd() {
    return Files.isDirectory(Path.of("/run/systemd/system"));
  }

  static String architecture(String javaName) {
    return switch (javaName.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      default -> javaName;
    };
  }

  /// Whether this process has root's powers.
  public static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  private static long memory() {
    try {
      return Files.readAllLines(PROC.resolve("meminfo")).stream()
          .filter(line -> line.startsWith("MemTotal:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private Set<String> missing() {
    Set<String> missing = new LinkedHashSet<>();
    if (!Files.exists(PROC.resolve("self/ns/net"))) {
      missing.add("namespaces");
    }
    if (!Files.exists(PROC.resolve("cgroups"))) {
      missing.add("control groups");
    }
    if (!hasFileSystem("overlay")) {
      missing.add("the file system overlay");
    }
    for (String link : new String[] {"bridge", "veth", "vxlan"}) {
      if (lacksLink(link)) {
        missing.add("network links of kind " + link);
      }
    }
    return missing;
  }

  private boolean hasFileSystem(String name) {
    try {
      return Files.readString(PROC.resolve("filesystems")).contains("\t" + name + "\n")
          || succeeds("modprobe", name);
    } catch (IOException e) {
      return true;
    }
  }

  /// Makes a link of that kind in a network namespace that ends with the probe. Where the tools for
  /// that are missing, the kernel is trusted.
  private boolean lacksLink(String kind) {
    if (!succeeds("unshare", "-n", "ip", "link", "show")) {
      return false;
    }
    String particulars = kind.equals("vxlan") ? " id 4242 dstport 4790" : "";
    return !succeeds("unshare", "-n", "sh", "-c", "ip link add probe0 type " + kind + particulars);
  }

  private boolean succeeds(String... argv) {
    try {
      return runner.run(Command.of(argv).within(PROBE_LIMIT)).succeeded();
    } catch (ProblemException e) {
      return false;
    }
  }
}

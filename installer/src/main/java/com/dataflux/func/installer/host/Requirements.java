package com.dataflux.func.installer.host;

import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an install asks of a host. Pure: facts in, problems out, the most basic first.
///
/// @param architecture the bundle's; empty where it was not said
/// @param minimumCpus processors
/// @param minimumMemory in bytes; a host "of 4 GB" shows somewhat less than 4,000,000,000
/// @param ports TCP ports that must be free
/// @param space what is needed on which disk
public record Requirements(
    Optional<String> architecture,
    int minimumCpus,
    long minimumMemory,
    List<Integer> ports,
    List<Space> space) {

  /// Before this program was made, and after any certificate or crontab makes sense.
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /// Room on a disk.
  ///
  /// @param purpose what it is for, in the operator's words
  public record Space(Disk disk, long bytes, String purpose) {}

  public List<Problem> unmetBy(HostFacts host) {
    List<Problem> unmet = new ArrayList<>();
    architecture
        .filter(built -> !built.equals(host.architecture()))
        .ifPresent(
            built ->
                unmet.add(
                    ProblemKind.WRONG_ARCHITECTURE.problem(
                        "The bundle is for %s, this host is %s"
                            .formatted(built, host.architecture()),
                        "",
                        "Build or fetch a bundle for " + host.architecture() + ".")));
    addSize(host, unmet);
    addSpace(unmet);
    if (!host.missing().isEmpty()) {
      unmet.add(
          ProblemKind.KERNEL_LACKS.problem(
              "This host lacks " + String.join(", ", host.missing()),
              "containers cannot run without",
              "Load the kernel's modules or install the program named, or use another host."));
    }
    addPorts(host, unmet);
    if (host.clock().isBefore(EARLIEST) || host.clock().isAfter(LATEST)) {
      unmet.add(
          ProblemKind.CLOCK_WRONG.problem(
              "The host's clock says " + host.clock(),
              "that cannot be: this program was made after " + EARLIEST,
              "Set the clock, for example with `date -s`, then run the same command again."));
    }
    return unmet;
  }

  private void addSize(HostFacts host, List<Problem> unmet) {
    if (host.cpus() < minimumCpus) {
      unmet.add(
          ProblemKind.HOST_TOO_SMALL.problem(
              "This host has too few CPUs",
              "%d are needed, it has %d".formatted(minimumCpus, host.cpus()),
              "Use --mini, which asks for 1, or a larger host."));
    }
    if (host.memoryBytes() < minimumMemory) {
      unmet.add(
          ProblemKind.HOST_TOO_SMALL.problem(
              "This host has too little memory",
              "%s are needed, it has %s"
                  .formatted(Quantity.bytes(minimumMemory), Quantity.bytes(host.memoryBytes())),
              "Use --mini, which asks for 2 GB, or a larger host."));
    }
  }

  private void addSpace(List<Problem> unmet) {
    for (Space wanted : space) {
      long together =
          space.stream()
              .filter(other -> other.disk().id().equals(wanted.disk().id()))
              .mapToLong(Space::bytes)
              .sum();
      if (wanted.disk().freeBytes() < together) {
        unmet.add(
            ProblemKind.DISK_TOO_SMALL.problem(
                "The disk of %s has too little space for %s"
                    .formatted(wanted.disk().path(), wanted.purpose()),
                "%s are needed there in all, %s are free"
                    .formatted(Quantity.bytes(together), Quantity.bytes(wanted.disk().freeBytes())),
                "Make room on that disk, or choose another with --install-dir."));
        return;
      }
    }
  }

  private void addPorts(HostFacts host, List<Problem> unmet) {
    for (int port : ports) {
      host.listenerOn(port)
          .ifPresent(
              listener ->
                  unmet.add(
                      ProblemKind.PORT_TAKEN.problem(
                          "Port %d is taken".formatted(port),
                          "the program %s listens on it".formatted(listener.program()),
                          "Stop that program, or give another port with --port.")));
    }
  }
}

package com.dataflux.func.templates;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One service of the stack, as the template writes it.
///
/// @param about the comment above it, in one line
/// @param command arguments of the image's entry point, as in a shell without quoting
/// @param environment shown in the file, which therefore is for root only
/// @param memoryMegabytes at which the kernel ends it; the limits of all services may add up to
///   more than the host has, each keeps its service from taking the others' share
/// @param graceSeconds it gets to stop in order
record Service(
    String name,
    String about,
    String image,
    Optional<String> command,
    Map<String, String> environment,
    List<Publication> ports,
    Mount mount,
    int memoryMegabytes,
    int graceSeconds) {

  /// Services reach each other by the addresses of their tasks, which needs no IPVS; only the
  /// routing mesh insists on a virtual address.
  public String endpointMode() {
    return ports.stream().anyMatch(Publication::isMesh) ? "vip" : "dnsrr";
  }
}

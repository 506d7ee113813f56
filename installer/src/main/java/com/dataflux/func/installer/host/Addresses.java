package com.dataflux.func.installer.host;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The host's own IPv4 addresses, the one of the default route first.
final class Addresses {
  private static final int INTERFACE = 0;
  private static final int DESTINATION = 1;

  private Addresses() {}

  static List<String> all(Path proc) {
    Optional<String> preferred = interfaceOfDefaultRoute(proc);
    List<String> first = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    try {
      for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
        if (!card.isUp() || card.isLoopback() || isEngines(card.getName())) {
          continue;
        }
        List<String> target = preferred.filter(card.getName()::equals).isPresent() ? first : rest;
        card.inetAddresses()
            .filter(Inet4Address.class::isInstance)
            .map(InetAddress::getHostAddress)
            .forEach(target::add);
      }
    } catch (IOException e) {
      // Then nothing is known, and the address is not printed.
    }
    first.addAll(rest);
    return first;
  }

  /// Bridges and ends of cables that belong to containers.
  private static boolean isEngines(String name) {
    return name.startsWith("docker") || name.startsWith("veth") || name.startsWith("br-");
  }

  private static Optional<String> interfaceOfDefaultRoute(Path proc) {
    try {
      return Files.readAllLines(proc.resolve("net/route")).stream()
          .map(line -> line.split("\\s+", -1))
          .filter(fields -> fields.length > DESTINATION && fields[DESTINATION].equals("00000000"))
          .map(fields -> fields[INTERFACE])
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

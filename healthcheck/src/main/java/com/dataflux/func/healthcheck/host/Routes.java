package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.HostFiles;
import java.util.Optional;

/// The kernel's IPv4 routes, from `/proc/net/route`.
public final class Routes {
  private Routes() {}

  /// The card that packets to the world leave by; empty where there is no way out.
  public static String defaultCard(HostFiles files) {
    return defaultRoute(files).map(fields -> fields[0]).orElse("");
  }

  /// The address of the gateway; empty where there is none.
  public static String gateway(HostFiles files) {
    return defaultRoute(files).map(fields -> address(fields[2])).orElse("");
  }

  private static Optional<String[]> defaultRoute(HostFiles files) {
    return files.lines("/proc/net/route").stream()
        .map(line -> line.split("\\s+", -1))
        .filter(
            fields ->
                fields.length > 7 && fields[1].equals("00000000") && fields[7].equals("00000000"))
        .findFirst();
  }

  /// The kernel writes addresses as hexadecimal numbers in the order of its processor.
  private static String address(String hexadecimal) {
    long number = Long.parseLong(hexadecimal, 16);
    return "%d.%d.%d.%d"
        .formatted(number & 0xff, number >> 8 & 0xff, number >> 16 & 0xff, number >> 24 & 0xff);
  }
}

package com.dataflux.func.healthcheck.site;

import java.util.Optional;

/// A range of IPv4 addresses.
public record Subnet(long first, int prefix) {

  /// Reads `10.0.0.0/16` or `10.0.0.5/16`; empty for anything else, IPv6 included.
  public static Optional<Subnet> parse(String text) {
    String[] parts = text.split("[./]", -1);
    if (parts.length != 5) {
      return Optional.empty();
    }
    try {
      long address = 0;
      for (int i = 0; i < 4; i++) {
        address = address << 8 | Integer.parseInt(parts[i]);
      }
      int prefix = Integer.parseInt(parts[4]);
      return Optional.of(new Subnet(address & mask(prefix), prefix));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public boolean overlaps(Subnet other) {
    long mask = mask(Math.min(prefix, other.prefix));
    return (first & mask) == (other.first & mask);
  }

  /// The address at a place in the range, the first having place 0.
  public String address(int place) {
    long address = first + place;
    return "%d.%d.%d.%d"
        .formatted(address >> 24 & 0xff, address >> 16 & 0xff, address >> 8 & 0xff, address & 0xff);
  }

  @Override
  public String toString() {
    return address(0) + "/" + prefix;
  }

  private static long mask(int prefix) {
    return 0xffffffffL << (32 - prefix) & 0xffffffffL;
  }
}

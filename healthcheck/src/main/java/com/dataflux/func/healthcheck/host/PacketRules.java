package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.dataflux.func.platform.process.Outcome;
import java.util.List;
import java.util.Optional;

/// The host's packet rules, as `iptables -S` lists them.
final class PacketRules {
  private PacketRules() {}

  /// @throws Unavailable where they cannot be listed
  static List<String> of(Site site) {
    Optional<Outcome> listed = site.run("iptables", "-w", "-S");
    return listed
        .filter(Outcome::succeeded)
        .map(outcome -> outcome.out().lines().toList())
        .orElseThrow(
            () ->
                new Unavailable(
                    "`iptables -S` does not work: "
                        + listed.map(Outcome::lastLines).orElse("there is no such program")));
  }
}

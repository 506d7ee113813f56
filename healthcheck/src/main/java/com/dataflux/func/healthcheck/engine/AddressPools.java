package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineNetwork;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Subnet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The networks of containers do not hide the host's own.
final class AddressPools extends Check {
  private static final List<String> CANDIDATES =
      List.of("172.30.0.0/16", "10.201.0.0/16", "192.168.240.0/20", "10.231.0.0/16");

  /// The one network that the engine makes anew with other settings when it starts.
  private static final String OWN_BRIDGE = "bridge";

  private final Cause overlap = fault("overlap", AddressPools::choose);
  private final Cause lasting = fault("lasting");

  AddressPools() {
    super(
        "engine.address-pools",
        Vantage.HOST,
        Section.NOT_REACHABLE,
        Section.NO_INTERNET,
        Section.INGRESS_CLASH);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (EngineNetwork network : site.engine().networks()) {
      for (String range : network.ingress() ? List.<String>of() : network.subnets()) {
        notes.add(range);
        LocalNetworks.overlapping(site, range)
            .ifPresent(local -> findings.add(cause(network).found(network.name(), range, local)));
      }
    }
    return Verdict.of(String.join(", ", notes), findings);
  }

  private Cause cause(EngineNetwork network) {
    return network.name().equals(OWN_BRIDGE) ? overlap : lasting;
  }

  /// Pools apart from every network of the host; the engine takes from them when it next makes one.
  private static List<Change> choose(Site site, Finding finding) {
    List<Subnet> local = LocalNetworks.of(site);
    Optional<Subnet> free =
        CANDIDATES.stream()
            .flatMap(range -> Subnet.parse(range).stream())
            .filter(range -> local.stream().noneMatch(range::overlaps))
            .findFirst();
    if (free.isEmpty()) {
      return List.of();
    }
    try {
      ObjectNode settings = DaemonFile.read(site.files());
      settings.put("bip", free.get().address(1) + "/24");
      settings
          .putArray("default-address-pools")
          .addObject()
          .put("base", free.get().toString())
          .put("size", 24);
      return List.of(DaemonFile.write(site.files(), settings), DaemonFile.restart(site));
    } catch (IOException e) {
      return List.of();
    }
  }
}

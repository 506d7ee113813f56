package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineNetwork;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Subnet;
import com.dataflux.func.healthcheck.stack.Deploy;
import java.util.ArrayList;
import java.util.List;

/// The network of the routing mesh does not clash with the host's own.
final class IngressNetwork extends Check {
  private static final List<String> CANDIDATES =
      List.of("10.255.0.0/16", "10.254.0.0/16", "172.31.0.0/16", "192.168.224.0/20");

  private static final String STOP =
      "docker stack rm dataflux-func && while docker ps -q -f"
          + " label=com.docker.stack.namespace=dataflux-func | grep -q . || docker network ls -q -f"
          + " label=com.docker.stack.namespace=dataflux-func | grep -q .; do sleep 1; done";

  /// The engine asks a question, answered by its standard input.
  private static final String REMOVE =
      "echo y | docker network rm ingress && while docker network inspect ingress >/dev/null 2>&1;"
          + " do sleep 1; done";

  private final Cause clash = fault("clash", IngressNetwork::rebuild);
  private final Cause unusedClash = warning("unused-clash", IngressNetwork::rebuild);

  IngressNetwork() {
    super("engine.ingress", Vantage.HOST, Section.INGRESS_CLASH);
  }

  @Override
  public Verdict examine(Site site) {
    boolean used = isUsedBy(site.engine().services()) || isUsedBy(site.engine().otherServices());
    List<Finding> findings = new ArrayList<>();
    String note = "-";
    for (EngineNetwork network : site.engine().networks()) {
      for (String range : network.ingress() ? network.subnets() : List.<String>of()) {
        note = range;
        LocalNetworks.overlapping(site, range)
            .ifPresent(local -> findings.add((used ? clash : unusedClash).found(range, local)));
      }
    }
    return Verdict.of(note, findings);
  }

  private static boolean isUsedBy(List<EngineService> services) {
    return services.stream()
        .flatMap(service -> service.ports().stream())
        .anyMatch(port -> port.mode().equals("ingress"));
  }

  /// As the manual does it: the network is removed and made anew elsewhere, with the stack away
  /// where one of its services uses it. Nothing while services of others use it, since the engine
  /// does not remove it then and they are not ours to stop.
  private static List<Change> rebuild(Site site, Finding finding) {
    if (isUsedBy(site.engine().otherServices())) {
      return List.of();
    }
    List<Subnet> local = LocalNetworks.of(site);
    List<Change> changes = new ArrayList<>();
    boolean used = finding.cause().name().equals("clash");
    CANDIDATES.stream()
        .flatMap(range -> Subnet.parse(range).stream())
        .filter(range -> local.stream().noneMatch(range::overlaps))
        .findFirst()
        .ifPresent(
            range -> {
              if (used) {
                changes.add(Run.of("sh", "-c", STOP));
              }
              changes.add(Run.of("sh", "-c", REMOVE));
              changes.add(create(range));
              if (used) {
                changes.add(Deploy.of(site).whateverFails());
              }
            });
    return changes;
  }

  private static Change create(Subnet range) {
    return Run.of(
        "docker",
        "network",
        "create",
        "--driver",
        "overlay",
        "--ingress",
        "--subnet",
        range.toString(),
        "--gateway",
        range.address(1),
        "ingress");
  }
}

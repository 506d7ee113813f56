package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineNode;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;

/// This node of the Swarm takes tasks; others are not for this host to judge.
final class NodeReady extends Check {
  private final Cause drained =
      fault(
          "drained",
          (site, finding) ->
              List.of(
                  Run.of(
                          "docker",
                          "node",
                          "update",
                          "--availability",
                          "active",
                          finding.values().getFirst())
                      .undoneBy(
                          "docker",
                          "node",
                          "update",
                          "--availability",
                          finding.values().get(1),
                          finding.values().getFirst())));
  private final Cause down = fault("down");

  NodeReady() {
    super("engine.node", Vantage.HOST, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    String own = site.engine().info().nodeId();
    for (EngineNode node : site.engine().nodes()) {
      if (!node.id().equals(own)) {
        continue;
      }
      if (!node.state().equals("ready")) {
        findings.add(down.found(node.hostName(), node.state()));
      } else if (!node.availability().equals("active")) {
        findings.add(drained.found(node.id(), node.availability(), node.hostName()));
      }
    }
    return Verdict.of("ready", findings);
  }
}

package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.EngineService.PublishedPort;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.StackService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the stack file says is what runs: no edit waits to be deployed.
final class Applied extends Check {
  private final Cause image = warning("image", Applied::run);
  private final Cause port = warning("port", (site, finding) -> List.of(Deploy.of(site)));

  Applied() {
    super("stack.applied", Vantage.HOST, Section.FIREWALL, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    for (EngineService running : site.engine().services()) {
      StackService written = site.installation().stack().get(running.name());
      if (written == null) {
        continue;
      }
      if (!written.image().equals(running.image())) {
        findings.add(image.found(running.name(), written.image(), running.image()));
      }
      if (!ports(written.ports()).equals(ports(running.ports()))) {
        findings.add(port.found(running.name(), ports(written.ports()), ports(running.ports())));
      }
    }
    return Verdict.of(site.installation().stackPath(), findings);
  }

  /// By the service alone: a deployment keeps an image that was given to the service past the file.
  private static List<Change> run(Site site, Finding finding) {
    String service = finding.values().getFirst();
    return List.of(
        Deploy.image(service, finding.values().get(1))
            .undoneBy(
                Deploy.image(service, finding.values().get(2)).argv().toArray(String[]::new)));
  }

  private static String ports(List<PublishedPort> ports) {
    return ports.stream()
        .map(each -> "%d:%d (%s)".formatted(each.published(), each.target(), each.mode()))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}

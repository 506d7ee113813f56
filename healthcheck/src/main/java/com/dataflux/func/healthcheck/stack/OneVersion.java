package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.StackService;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// All services of the application run the same image.
final class OneVersion extends Check {
  private final Cause mixed = warning("mixed");

  OneVersion() {
    super("stack.version", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    Set<String> images =
        site.installation().stack().values().stream()
            .filter(
                service ->
                    service.name().startsWith("worker")
                        || service.name().equals("server")
                        || service.name().equals("beat"))
            .map(StackService::image)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return images.size() > 1
        ? mixed.alone(String.join(", ", images))
        : Verdict.healthy(String.join(", ", images));
  }
}

package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.platform.process.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// The engine's log shows none of the errors that stop containers. Swarm tries again every few
/// seconds, so one that lasts is in the last minute; older ones are over, as those of a start are.
final class EngineLog extends Check {
  private static final Pattern GRAVE =
      Pattern.compile(
          "no space left|non-overlapping IPv4|sandbox join failed|failed to allocate|oci runtime"
              + " error|layer does not exist|failed to create shim|cannot allocate memory",
          Pattern.CASE_INSENSITIVE);

  private final Cause errors = warning("errors");

  EngineLog() {
    super("engine.log", Vantage.HOST, Section.NO_CONTAINER);
  }

  @Override
  public Verdict examine(Site site) {
    List<String> grave =
        sinceStart(recent(site)).stream().filter(line -> GRAVE.matcher(line).find()).toList();
    return grave.isEmpty()
        ? Verdict.healthy("-")
        : Verdict.of(
            "",
            List.of(
                errors
                    .found(grave.size())
                    .showing(
                        String.join(
                            "\n", grave.subList(Math.max(0, grave.size() - 3), grave.size())))));
  }

  /// What the running engine said: the errors of one that has ended since are over.
  private static List<String> sinceStart(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).contains("msg=\"Starting up\"")) {
        return lines.subList(i, lines.size());
      }
    }
    return lines;
  }

  private static List<String> recent(Site site) {
    if (site.hasSystemd()) {
      return site.run(
              "journalctl", "-q", "-u", "docker", "--since", "-1min", "-n", "400", "-o", "cat")
          .filter(Outcome::succeeded)
          .map(outcome -> outcome.out().lines().toList())
          .orElse(List.of());
    }
    return LogEnd.of(site.files(), "/var/log/docker.log", site.now().minus(Duration.ofMinutes(1)));
  }
}

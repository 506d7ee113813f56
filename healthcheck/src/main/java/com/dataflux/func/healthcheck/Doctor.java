package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.MalformedYaml;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.dataflux.func.platform.ProblemException;
import java.time.Duration;
import java.util.List;

/// Carries out checks side by side, each with a limit of time. One that fails or takes too long
/// says so and harms no other.
public final class Doctor {
  private final Site site;
  private final Duration limit;

  /// @param limit for each check
  public Doctor(Site site, Duration limit) {
    this.site = site;
    this.limit = limit;
  }

  public Report examine(List<Check> checks) {
    long begun = System.nanoTime();
    boolean afar = checks.stream().anyMatch(check -> check.vantage() != Vantage.HOST);
    List<Checkup> checkups =
        Parallel.all(checks, limit, this::examine, this::late, afar ? site.lookouts() : List.of());
    return new Report(checkups, site.passages(), since(begun));
  }

  private Checkup examine(Check check) {
    long begun = System.nanoTime();
    return new Checkup(check, verdict(check), since(begun));
  }

  private Verdict verdict(Check check) {
    try {
      return check.examine(site);
    } catch (Unavailable e) {
      return new Verdict.CouldNotCheck(e.reason());
    } catch (MalformedYaml e) {
      return new Verdict.CouldNotCheck(
          "%s, line %d, column %d: %s".formatted(e.file(), e.line(), e.column(), e.problem()));
    } catch (ProblemException e) {
      return new Verdict.CouldNotCheck(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      StackTraceElement[] trace = e.getStackTrace();
      return new Verdict.CouldNotCheck(
          "a fault of this check: %s%s".formatted(e, trace.length == 0 ? "" : " at " + trace[0]));
    }
  }

  private Checkup late(Check check) {
    return new Checkup(
        check,
        new Verdict.CouldNotCheck("no answer within %d ms".formatted(limit.toMillis())),
        limit);
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}

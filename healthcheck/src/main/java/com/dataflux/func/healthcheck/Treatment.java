package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.repair.Mender;
import com.dataflux.func.healthcheck.repair.RepairRecord;
import com.dataflux.func.healthcheck.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Mends what a report found, as far as a machine can and the operator allows.
public final class Treatment {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Supplier<Site> sites;
  private final Mender mender;
  private final Duration limit;

  /// Asks whether a repair may be carried out.
  @FunctionalInterface
  public interface Approval {
    boolean allows(Finding finding, List<Change> changes);
  }

  /// @param sites the host as it is at the moment of asking
  /// @param limit for each check, at least; one that follows a repair takes longer
  public Treatment(Supplier<Site> sites, Mender mender, Duration limit) {
    this.sites = sites;
    this.mender = mender;
    this.limit = limit.compareTo(LIMIT) > 0 ? limit : LIMIT;
  }

  /// Carries out each allowed repair once, also where several findings ask for the same.
  public List<RepairRecord> treat(Report report, Approval approval) {
    List<RepairRecord> records = new ArrayList<>();
    Set<List<Change>> done = new HashSet<>();
    for (Finding finding : report.findings()) {
      List<Change> changes =
          finding
              .cause()
              .repair()
              .map(repair -> repair.changes(sites.get(), finding))
              .orElse(List.of());
      if (!changes.isEmpty() && done.add(changes) && approval.allows(finding, changes)) {
        records.add(mender.mend(finding, changes));
      }
    }
    return records;
  }

  /// Looks again until nothing is found any more, since services take their time to start.
  public Report await(List<Check> checks, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Report report = new Doctor(sites.get(), limit).examine(checks);
    while (!isHealthy(report) && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return report;
      }
      report = new Doctor(sites.get(), limit).examine(checks);
    }
    return report;
  }

  private static boolean isHealthy(Report report) {
    return report.checkups().stream()
        .allMatch(checkup -> checkup.verdict() instanceof Verdict.Healthy);
  }
}

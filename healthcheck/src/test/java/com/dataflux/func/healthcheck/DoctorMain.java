package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.repair.Mender;
import com.dataflux.func.healthcheck.repair.RepairRecords;
import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.healthcheck.site.ThisHost;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// The doctor for tests, run on a host: prints a line for each finding, `state key: values`.
/// Arguments: checks or areas, or `fix` and a check, or `undo`.
public final class DoctorMain {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private DoctorMain() {}

  public static void main(String[] args) {
    List<String> given = Arrays.asList(args);
    HostFiles files = new HostFiles(Path.of("/"));
    RepairRecords records = new RepairRecords(files, Clock.systemUTC());
    Mender mender = new Mender(files, new HostCommandRunner(), records);
    if (given.getFirst().equals("undo")) {
      mender.undo(records.find("last"));
      return;
    }
    boolean fix = given.getFirst().equals("fix");
    List<String> names = fix ? given.subList(1, given.size()) : given;
    Report report = new Doctor(ThisHost.site(List.of()), LIMIT).examine(Checks.named(names));
    if (fix) {
      new Treatment(() -> ThisHost.site(List.of()), mender)
          .treat(report, (finding, changes) -> true);
      return;
    }
    report.checkups().forEach(DoctorMain::print);
    System.out.println("took " + report.took().toMillis());
  }

  private static void print(Checkup checkup) {
    switch (checkup.verdict()) {
      case Verdict.Healthy healthy -> {}
      case Verdict.CouldNotCheck(String reason) ->
          System.out.println("unchecked " + checkup.check().id() + ": " + reason);
      case Verdict.Warning(List<Finding> findings) -> findings.forEach(DoctorMain::print);
      case Verdict.Fault(List<Finding> findings) -> findings.forEach(DoctorMain::print);
    }
  }

  private static void print(Finding finding) {
    System.out.println("found " + finding.cause().key() + ": " + finding.values());
  }
}

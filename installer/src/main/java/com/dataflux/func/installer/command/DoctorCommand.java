package com.dataflux.func.installer.command;

import com.dataflux.func.healthcheck.Checks;
import com.dataflux.func.healthcheck.Doctor;
import com.dataflux.func.healthcheck.JsonReport;
import com.dataflux.func.healthcheck.Report;
import com.dataflux.func.healthcheck.TextReport;
import com.dataflux.func.healthcheck.Treatment;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Language;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.healthcheck.repair.Mender;
import com.dataflux.func.healthcheck.repair.RepairRecord;
import com.dataflux.func.healthcheck.repair.RepairRecords;
import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.healthcheck.site.Patience;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.ThisHost;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds faults of the host, the engine, the stack, the network and the application, and mends what
/// a machine can mend. Without `--fix` and `--active` it changes nothing.
@Command(
    name = "doctor",
    description = "Finds what is wrong with the host and the stack, says what to do, and mends it.")
final class DoctorCommand implements Callable<Integer> {
  private static final Duration ACTIVE_LIMIT = Duration.ofSeconds(15);
  private static final Duration TIME_TO_RECOVER = Duration.ofSeconds(90);

  private final Display display;
  private final Function<String, HeldLock> lock;

  @Parameters(
      arity = "0..*",
      paramLabel = "CHECK",
      description = "Ids of checks, or areas: host, engine, stack, network, application.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "List every check.")
  private boolean list;

  @Option(names = "--explain", paramLabel = "ID", description = "Say what a check is about.")
  private Optional<String> explain = Optional.empty();

  @Option(names = "--fix", description = "Mend what can be mended, asking before each repair.")
  private boolean fix;

  @Option(names = "--yes", description = "With --fix: ask nothing.")
  private boolean yes;

  @Option(
      names = "--undo",
      paramLabel = "REPAIR",
      description = "Take a recorded repair back; `last` for the latest.")
  private Optional<String> undo = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "ADDRESS",
      description = "Also try to reach this name, address or URL; repeatable.")
  private List<String> targets = new ArrayList<>();

  @Option(names = "--active", description = "Also run checks that leave traces, such as a call.")
  private boolean active;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long to wait for a check on a host that is very busy; 4 if not given.")
  private Optional<Integer> patience = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "english or chinese; that of the environment if not given.")
  private Optional<Language> language = Optional.empty();

  DoctorCommand(Display display) {
    this(display, HostLock::take);
  }

  /// @param lock of what changes the host, by the purpose of its holder
  DoctorCommand(Display display, Function<String, HeldLock> lock) {
    this.display = display;
    this.lock = lock;
  }

  @Override
  public Integer call() {
    Words words = new Words(language.orElseGet(() -> Language.of(System.getenv())));
    if (list) {
      return list(words);
    }
    if (explain.isPresent()) {
      return explain(Checks.named(List.of(explain.get())), words);
    }
    if (undo.isPresent()) {
      return undo(undo.get());
    }
    List<Check> checks = chosen();
    Report report;
    if (fix) {
      try (HeldLock _ = lock.apply("doctor --fix")) {
        report = mend(examine(checks), checks, words);
      }
    } else {
      report = examine(checks);
    }
    display.answer(
        TextReport.of(report, words, Terminal.is(Terminal.OUTPUT)), JsonReport.of(report, words));
    return report.exitCode();
  }

  private Report examine(List<Check> checks) {
    return new Doctor(site(), limit(checks)).examine(checks);
  }

  private List<Check> chosen() {
    if (!names.isEmpty()) {
      return Checks.named(names);
    }
    return active ? Checks.all() : Checks.passive();
  }

  private Duration limit(List<Check> checks) {
    if (patience.isPresent()) {
      return Duration.ofSeconds(patience.get());
    }
    return checks.stream().anyMatch(Check::isActive) ? ACTIVE_LIMIT : Patience.CHECK;
  }

  private Site site() {
    Patience times =
        patience
            .map(seconds -> Patience.within(Duration.ofSeconds(seconds)))
            .orElse(Patience.USUAL);
    return ThisHost.site(targets, times);
  }

  private Report mend(Report report, List<Check> checks, Words words) {
    Treatment treatment = new Treatment(this::site, mender(), limit(checks));
    List<RepairRecord> records =
        treatment.treat(report, new DoctorApproval(display, words, yes)::allows);
    if (records.isEmpty()) {
      return report;
    }
    for (RepairRecord record : records) {
      display.inform(
          "Repaired %s; `dataflux-func doctor --undo %s` takes it back%s."
              .formatted(
                  record.cause(),
                  record.id(),
                  record.isReversible() ? "" : " as far as that can be done"));
    }
    return treatment.await(checks, TIME_TO_RECOVER);
  }

  private int undo(String id) {
    try (HeldLock _ = lock.apply("doctor --undo")) {
      RepairRecord record = records().find(id);
      mender().undo(record);
      display.answer("Taken back: the repair of " + record.cause(), Map.of("undone", record.id()));
    }
    return 0;
  }

  private int list(Words words) {
    String text =
        Checks.all().stream()
            .map(check -> "%-32s %s".formatted(check.id(), words.title(check)))
            .collect(Collectors.joining("\n"));
    List<Map<String, Object>> fields =
        Checks.all().stream()
            .map(check -> Map.<String, Object>of("id", check.id(), "title", words.title(check)))
            .toList();
    display.answer(text, Map.of("checks", fields));
    return 0;
  }

  private int explain(List<Check> checks, Words words) {
    String text =
        checks.stream()
            .map(check -> TextReport.explain(check, words))
            .collect(Collectors.joining("\n\n"));
    display.answer(text, Map.of("text", text));
    return 0;
  }

  private static HostFiles files() {
    return new HostFiles(Path.of("/"));
  }

  private static RepairRecords records() {
    return new RepairRecords(files(), Clock.systemUTC());
  }

  private static Mender mender() {
    return new Mender(files(), new HostCommandRunner(), records());
  }
}

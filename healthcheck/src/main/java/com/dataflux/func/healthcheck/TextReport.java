package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.healthcheck.site.Passage;
import com.dataflux.func.healthcheck.site.Reach;
import com.dataflux.func.platform.display.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A report for people: faults first, each with its evidence, why it matters and what to do; what
/// is healthy in one line each.
public final class TextReport {
  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String GREEN = "32";
  private static final String CYAN = "36";

  private final Words words;
  private final boolean colours;
  private final StringBuilder text = new StringBuilder();

  private TextReport(Words words, boolean colours) {
    this.words = words;
    this.colours = colours;
  }

  /// @param colours only where a terminal shows the text
  public static String of(Report report, Words words, boolean colours) {
    TextReport writer = new TextReport(words, colours);
    writer.write(report);
    return writer.text.toString().stripTrailing();
  }

  private void write(Report report) {
    findings(report, Verdict.Fault.class, "fault", paint(RED, "✗"));
    findings(report, Verdict.Warning.class, "warning", paint(YELLOW, "!"));
    unchecked(report);
    connectivity(report);
    healthy(report);
    line(0, words.of("summary", counts(report)));
  }

  private static Object[] counts(Report report) {
    return new Object[] {
      count(report, Verdict.Fault.class),
      count(report, Verdict.Warning.class),
      count(report, Verdict.CouldNotCheck.class),
      count(report, Verdict.Healthy.class),
      Quantity.time(report.took())
    };
  }

  private static long count(Report report, Class<? extends Verdict> kind) {
    return report.checkups().stream().filter(each -> kind.isInstance(each.verdict())).count();
  }

  private void findings(Report report, Class<? extends Verdict> kind, String heading, String mark) {
    if (count(report, kind) == 0) {
      return;
    }
    line(0, words.of(heading));
    for (Checkup checkup : report.checkups()) {
      if (kind.isInstance(checkup.verdict())) {
        line(1, mark + " " + words.title(checkup.check()) + "  [" + checkup.check().id() + "]");
        checkup.verdict().found().forEach(this::finding);
      }
    }
    line(0, "");
  }

  private void finding(Finding finding) {
    line(2, words.text(finding));
    finding.evidence().lines().forEach(evidence -> line(3, "| " + evidence));
    line(3, words.of("why") + ": " + words.why(finding.cause()));
    line(3, words.of("next") + ": " + words.next(finding));
    if (finding.cause().repair().isPresent()) {
      line(3, words.of("repair"));
    }
  }

  /// One reason often keeps many checks from looking, so it is said once.
  private void unchecked(Report report) {
    Map<String, List<String>> byReason =
        report.checkups().stream()
            .filter(each -> each.verdict() instanceof Verdict.CouldNotCheck)
            .collect(
                Collectors.groupingBy(
                    each -> ((Verdict.CouldNotCheck) each.verdict()).reason(),
                    LinkedHashMap::new,
                    Collectors.mapping(each -> each.check().id(), Collectors.toList())));
    if (!byReason.isEmpty()) {
      line(0, words.of("unchecked"));
      byReason.forEach(
          (reason, ids) -> {
            line(1, paint(CYAN, "?") + " " + reason);
            line(2, String.join(", ", ids));
          });
      line(0, "");
    }
  }

  /// What both places reach, in columns; nothing where nothing was tried.
  private void connectivity(Report report) {
    if (report.passages().isEmpty()) {
      return;
    }
    int width = report.passages().stream().mapToInt(each -> each.what().length()).max().orElse(0);
    String row = "%-" + width + "s  %-14s %s";
    line(0, words.of("connectivity"));
    line(1, row.formatted("", words.of("from-host"), words.of("from-worker")));
    for (Passage passage : report.passages()) {
      line(1, row.formatted(passage.what(), end(passage.fromHost()), end(passage.fromWorker())));
    }
    line(0, "");
  }

  private String end(Optional<Reach> reach) {
    return reach.map(each -> words.of("reach." + each.name().toLowerCase(Locale.ROOT))).orElse("-");
  }

  private void healthy(Report report) {
    if (count(report, Verdict.Healthy.class) == 0) {
      return;
    }
    line(0, words.of("healthy"));
    for (Checkup checkup : report.checkups()) {
      if (checkup.verdict() instanceof Verdict.Healthy(String note)) {
        boolean said = !note.isEmpty() && !note.equals("-");
        String title = words.title(checkup.check());
        line(1, paint(GREEN, "✓") + " " + title + (said ? ": " + note : ""));
      }
    }
    line(0, "");
  }

  /// What one check is about, for `doctor --explain`.
  public static String explain(Check check, Words words) {
    StringBuilder text = new StringBuilder();
    text.append(check.id()).append("  ").append(words.title(check)).append('\n');
    text.append(words.of("why")).append(": ").append(words.message(check.id() + ".why"));
    text.append('\n').append(words.of("looks")).append(": ").append(check.vantage());
    String sections =
        check.sections().stream()
            .map(section -> section.number() + " " + section.heading())
            .collect(Collectors.joining("; "));
    if (!sections.isEmpty()) {
      text.append('\n').append(words.of("sections")).append(": ").append(sections);
    }
    text.append('\n').append(words.of("causes")).append(":\n");
    check
        .causes()
        .forEach(
            cause ->
                text.append(
                    "  %s %s: %s%s%n"
                        .formatted(
                            cause.severity(),
                            cause.name(),
                            words.message(cause.key()),
                            cause.repair().isPresent() ? " (--fix)" : "")));
    text.append(words.of("next")).append(": ").append(words.message(check.id() + ".next"));
    if (check.isActive()) {
      text.append('\n').append(words.of("active"));
    }
    return text.toString();
  }

  private String paint(String colour, String mark) {
    return colours ? "\u001B[" + colour + "m" + mark + "\u001B[0m" : mark;
  }

  private void line(int depth, String line) {
    text.append("  ".repeat(depth)).append(line).append('\n');
  }
}

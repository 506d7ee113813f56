package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.healthcheck.site.Passage;
import com.dataflux.func.healthcheck.site.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A report for programs. Names of fields, ids, causes and states stay as they are; messages may
/// change.
public final class JsonReport {
  private JsonReport() {}

  public static Map<String, Object> of(Report report, Words words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("exitCode", report.exitCode());
    fields.put("millis", report.took().toMillis());
    List<Map<String, Object>> checks =
        report.checkups().stream().map(checkup -> of(checkup, words)).toList();
    for (String state : List.of("fault", "warning", "unchecked", "healthy")) {
      fields.put(state, checks.stream().filter(check -> state.equals(check.get("state"))).count());
    }
    fields.put("checks", checks);
    fields.put("connectivity", report.passages().stream().map(JsonReport::of).toList());
    return fields;
  }

  private static Map<String, Object> of(Passage passage) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", passage.kind());
    fields.put("what", passage.what());
    fields.put("host", passage.fromHost().map(JsonReport::state).orElse("not-asked"));
    fields.put("worker", passage.fromWorker().map(JsonReport::state).orElse("not-asked"));
    return fields;
  }

  private static String state(Reach reach) {
    return reach.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, Object> of(Checkup checkup, Words words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", checkup.check().id());
    fields.put("title", words.title(checkup.check()));
    fields.put("state", state(checkup.verdict()));
    fields.put("millis", checkup.took().toMillis());
    switch (checkup.verdict()) {
      case Verdict.Healthy(String note) -> fields.put("note", note);
      case Verdict.CouldNotCheck(String reason) -> fields.put("reason", reason);
      case Verdict.Warning warning -> fields.put("findings", findings(checkup, words));
      case Verdict.Fault fault -> fields.put("findings", findings(checkup, words));
    }
    return fields;
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Healthy healthy -> "healthy";
      case Verdict.Warning warning -> "warning";
      case Verdict.Fault fault -> "fault";
      case Verdict.CouldNotCheck unchecked -> "unchecked";
    };
  }

  private static List<Map<String, Object>> findings(Checkup checkup, Words words) {
    return checkup.verdict().found().stream().map(finding -> of(finding, words)).toList();
  }

  private static Map<String, Object> of(Finding finding, Words words) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("cause", finding.cause().name());
    fields.put("severity", finding.cause().severity().name().toLowerCase(Locale.ROOT));
    fields.put("values", finding.values());
    fields.put("message", words.text(finding));
    fields.put("evidence", finding.evidence());
    fields.put("why", words.why(finding.cause()));
    fields.put("next", words.next(finding));
    fields.put("repairable", finding.cause().repair().isPresent());
    return fields;
  }
}

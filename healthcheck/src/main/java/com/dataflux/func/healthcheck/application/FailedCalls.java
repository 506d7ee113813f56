package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Calls do not fail often, and why they do.
final class FailedCalls extends Check {
  private static final long MANY = 5;

  private final Cause killed = warning("killed");
  private final Cause apiTimeouts = warning("api-timeouts");
  private final Cause mixedForms = warning("mixed-forms");
  private final Cause others = warning("others");

  FailedCalls() {
    super(
        "application.failed-calls",
        Vantage.HOST_AND_WORKER,
        Section.FUNCTION_KILLED,
        Section.API_TIMEOUT,
        Section.TEST_FUNCTION_ANSWERS,
        Section.CALL_FORMS);
  }

  @Override
  public Verdict examine(Site site) {
    Map<String, Long> reasons = Reasons.of(site);
    List<Finding> findings = new ArrayList<>();
    reasons.forEach(
        (reason, count) -> {
          if (count >= MANY) {
            findings.add(cause(reason).found(count, reason));
          }
        });
    return Verdict.of(reasons.toString(), findings);
  }

  private Cause cause(String reason) {
    return switch (reason) {
      case "EFuncTimeout" -> killed;
      case "EAPITimeout" -> apiTimeouts;
      case "EClientBadRequest" -> mixedForms;
      default -> others;
    };
  }
}

package com.dataflux.func.installer.install;

import com.dataflux.func.healthcheck.Checks;
import com.dataflux.func.healthcheck.Doctor;
import com.dataflux.func.healthcheck.check.Language;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.healthcheck.site.ThisHost;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.templates.InstallDir;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks at this host, and tells what the doctor already finds there. That stops nothing: what an
/// install cannot do without is asked for elsewhere.
///
/// @param lookout that gathers what is decided by
record WarningLookout(Lookout lookout, Display display) implements Lookout {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @Override
  public Situation look(Optional<InstallDir> given) {
    Words words = new Words(Language.of(System.getenv()));
    new Doctor(ThisHost.site(List.of()), LIMIT)
        .examine(Checks.beforeInstalling())
        .findings()
        .forEach(
            finding ->
                display.warn(
                    ProblemKind.WARNINGS_FOUND.problem(
                        words.text(finding), words.why(finding.cause()), words.next(finding))));
    return lookout.look(given);
  }
}

package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Application;
import com.dataflux.func.installer.stack.Patience;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Finishes the first-run setup over HTTP, as the page would, where `--auto-setup` asks for it.
final class SetUpApplication implements Step {
  /// Names of containers that have only just started may not resolve at once.
  private static final Duration TIME_TO_SETTLE = Duration.ofSeconds(10);

  /// The field of an answer that lists what is wrong with the databases.
  private static final String FAULTS = "\"faults\"";

  @Override
  public String title() {
    return "Set up application";
  }

  @Override
  public String intent(InstallPlan plan) {
    return plan.autoSetup()
        .map(setup -> "create the administrator " + setup.username())
        .orElse("left to the page");
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    if (plan.autoSetup().isEmpty()) {
      return new StepResult.Skipped("left to the page");
    }
    Application application = new Application(plan.stack().port());
    if (application.isSetUp()) {
      return new StepResult.Skipped("it is set up");
    }
    AutoSetup setup = plan.autoSetup().get();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code(plan.dir().setupCode()));
    body.put("adminUsername", setup.username());
    body.put("adminPassword", setup.password().reveal());
    Application.Answer answer = post(application, JsonText.of(Map.of("setup", body)));
    if (!answer.isOk()) {
      throw ProblemKind.SETUP_FAILED.exception(
          "The application refused the setup",
          answer.message(),
          "Look at what it says, then run the same command again or open the page.");
    }
    return new StepResult.Done("administrator " + setup.username());
  }

  /// Tries again while the databases cannot be reached.
  private static Application.Answer post(Application application, String body) {
    Supplier<Application.Answer> attempt = () -> application.post("/api/v1/setup/do/run", body);
    return Patience.until(
            TIME_TO_SETTLE,
            () -> Optional.of(attempt.get()).filter(answer -> !answer.body().contains(FAULTS)))
        .orElseGet(attempt);
  }

  private static String code(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw ProblemKind.SETUP_FAILED
          .problem(
              "The setup code could not be read",
              e.toString(),
              "Open the page; if it asks for a code that is lost, ask for help.")
          .asException(e);
    }
  }
}

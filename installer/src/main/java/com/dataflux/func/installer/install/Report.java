package com.dataflux.func.installer.install;

import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an install says at its beginning and its end, or instead of doing anything.
final class Report {
  private Report() {}

  /// The answer of a dry run.
  static void plan(Display display, List<Step> steps, InstallPlan plan) {
    Map<String, String> intents = intents(steps, plan);
    display.answer(text("The plan; nothing was changed:\n", intents), Map.of("plan", intents));
  }

  /// What is about to be done, without the steps that have nothing to do.
  static void begin(Display display, List<Step> steps, InstallPlan plan) {
    Map<String, String> intents = intents(steps, plan);
    intents.values().removeIf(intent -> intent.startsWith(Step.NOTHING));
    display.inform(text("The plan:\n", intents));
  }

  private static Map<String, String> intents(List<Step> steps, InstallPlan plan) {
    Map<String, String> intents = new LinkedHashMap<>();
    steps.forEach(step -> intents.put(step.title(), step.intent(plan)));
    return intents;
  }

  private static String text(String heading, Map<String, String> intents) {
    return intents.entrySet().stream()
        .map(intent -> "  %-19s %s".formatted(intent.getKey(), intent.getValue()))
        .collect(Collectors.joining("\n", heading, ""));
  }

  static void outcome(
      Display display, InstallPlan plan, Installation.Carried carried, Duration taken) {
    String address =
        "http://%s:%s".formatted(plan.address().orElse("127.0.0.1"), plan.stack().port());
    Optional<String> code = setupCode(plan);
    StringBuilder text = new StringBuilder();
    text.append(
        carried.changes() == 0
            ? "Nothing had to be changed: the install is as asked for, and healthy.\n"
            : "DataFlux Func %s is installed and healthy, after %s.\n"
                .formatted(plan.cargo().version(), Quantity.time(taken)));
    text.append("  Pages:         ").append(address).append('\n');
    if (!carried.away().isZero()) {
      text.append("  Away:          the pages did not answer for ")
          .append(Quantity.time(carried.away()))
          .append('\n');
    }
    code.ifPresent(
        known ->
            text.append("  Setup code:    ")
                .append(known)
                .append("  (the page asks for it once)\n"));
    text.append("  Directory:     ").append(plan.dir()).append('\n');
    text.append("  Configuration: ").append(plan.dir().userConfig()).append('\n');
    text.append("Next: ")
        .append(
            code.isPresent()
                ? "open the address in a browser and finish the setup."
                : "open the address in a browser and sign in.");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("changed", carried.changes() > 0);
    fields.put("awaySeconds", carried.away().toMillis() / 1000.0);
    fields.put("address", address);
    fields.put("setupCode", code);
    fields.put("installDir", plan.dir());
    fields.put("version", plan.cargo().version());
    fields.put("seconds", taken.toSeconds());
    display.answer(text.toString(), fields);
  }

  private static Optional<String> setupCode(InstallPlan plan) {
    try {
      return Optional.of(Files.readString(plan.dir().setupCode()).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

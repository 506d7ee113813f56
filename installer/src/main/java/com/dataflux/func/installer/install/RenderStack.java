package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.TextFile;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.StackSecrets;
import com.dataflux.func.templates.Templates;
import java.util.List;
import java.util.Optional;

/// Writes the stack file and its pristine example. An operator's edits in the stack file are merged
/// with what a new rendering changes; where both changed the same lines, nothing is guessed.
final class RenderStack implements Step {
  private final Templates templates;

  RenderStack(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String title() {
    return "Render stack";
  }

  @Override
  public String intent(InstallPlan plan) {
    Optional<String> current = TextFile.readIfThere(plan.dir().stackFile());
    if (current.isEmpty()) {
      return plan.dir().stackFile().toString();
    }
    StackSecrets secrets = new SecretsFile(plan.dir()).readOrGenerate();
    String rendered = templates.stack(plan.stack(), plan.images(), secrets);
    String wanted =
        merged(plan, TextFile.readIfThere(plan.dir().stackExample()), current, rendered);
    List<String> difference =
        TextDiff.between("as it stands", current.get(), "as it will be", wanted, secrets);
    return difference.isEmpty()
        ? "nothing, it stands as asked for"
        : plan.dir().stackFile() + "\n" + String.join("\n", difference);
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    StackSecrets secrets = new SecretsFile(plan.dir()).readOrGenerate();
    String rendered = templates.stack(plan.stack(), plan.images(), secrets);
    Optional<String> example = TextFile.readIfThere(plan.dir().stackExample());
    Optional<String> current = TextFile.readIfThere(plan.dir().stackFile());
    String wanted = merged(plan, example, current, rendered);
    boolean same = current.equals(Optional.of(wanted)) && example.equals(Optional.of(rendered));
    if (same) {
      return new StepResult.Skipped("it stands as asked for");
    }
    // The example last: after a crash in between, the next run merges once more.
    AtomicFile.write(plan.dir().stackFile(), wanted, AtomicFile.PRIVATE);
    AtomicFile.write(plan.dir().stackExample(), rendered, AtomicFile.PRIVATE);
    return new StepResult.Done(
        plan.dir().stackFile()
            + (wanted.equals(rendered) ? "" : ", with the edits that were in it"));
  }

  private static String merged(
      InstallPlan plan, Optional<String> example, Optional<String> current, String rendered) {
    if (current.isEmpty() || current.equals(example)) {
      return rendered;
    }
    return LineMerge.merge(example.orElse(rendered), current.get(), rendered)
        .orElseThrow(
            () ->
                ProblemKind.BAD_CONFIGURATION.exception(
                    "The edits in %s cannot be merged".formatted(plan.dir().stackFile()),
                    "lines that were edited must change for these options or this version too",
                    "Undo these edits (docker-stack.example.yaml beside it has none), run the same"
                        + " command again, then make them anew."));
  }
}

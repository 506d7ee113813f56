package com.dataflux.func.installer.command;

import com.dataflux.func.installer.install.Rendering;
import com.dataflux.func.platform.display.Display;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints a file of an install as the options shape it, without installing. Secrets are stars.
@Command(
    name = "render",
    description = "Prints a file as an install would write it; secrets are stars.")
final class RenderCommand implements Callable<Integer> {
  private final Display display;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "stack",
      paramLabel = "FILE",
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
  private Rendering.Subject subject = Rendering.Subject.STACK;

  @Option(
      names = "--diff",
      description = "Print how this host's file differs from it, an operator's edits for example.")
  private boolean diff;

  @Mixin private StackArguments stack = new StackArguments();

  RenderCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    if (diff) {
      List<String> difference =
          new Rendering().difference(subject, stack.installDir(), stack.choices());
      display.answer(
          difference.isEmpty() ? "They are the same." : String.join("\n", difference),
          Map.of("difference", difference));
      return 0;
    }
    String text = new Rendering().of(subject, stack.installDir(), stack.choices());
    display.answer(text.stripTrailing(), Map.of("text", text));
    return 0;
  }
}

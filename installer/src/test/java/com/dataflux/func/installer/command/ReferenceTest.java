package com.dataflux.func.installer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.RecordingDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The page of reference says what the commands are. With `-Dgolden.write=true` it is written.
class ReferenceTest {
  private static final Path PAGE =
      Path.of(System.getProperty("project.root"), "docs", "reference.md");

  @Test
  void isWhatTheCommandsSayOfThemselves() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().as("written with -Dgolden.write=true").isEqualTo(page);
  }

  @Test
  void explainsEveryOptionOfEveryCommand() {
    commands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().args())
                    .as(name)
                    .allSatisfy(argument -> assertThat(text(argument)).isNotBlank()));
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Reference

            Every command of `dataflux-func` with its options, and every exit code. Written by a test from the program itself.
            `--help`, `--version` and `--json` (one JSON object a line instead of text) are options of every command.
            """);
    commands().forEach((name, command) -> page.append(section(name, command)));
    page.append("\n## Exit codes\n\n| code | meaning |\n|---|---|\n| 0 | success |\n");
    for (ProblemKind kind : ProblemKind.values()) {
      page.append("| %d | %s |\n".formatted(kind.exitCode(), kind.meaning()));
    }
    return page.toString();
  }

  private static Map<String, CommandLine> commands() {
    Map<String, CommandLine> commands = new LinkedHashMap<>();
    collect(Commands.all(new RecordingDisplay()), commands);
    return commands;
  }

  private static void collect(CommandLine line, Map<String, CommandLine> commands) {
    commands.put(line.getCommandSpec().qualifiedName(), line);
    line.getSubcommands().values().forEach(child -> collect(child, commands));
  }

  private static String section(String name, CommandLine command) {
    StringBuilder text = new StringBuilder("\n## `" + name + "`\n\n");
    text.append(String.join(" ", command.getCommandSpec().usageMessage().description()));
    text.append('\n');
    String rows =
        command.getCommandSpec().args().stream()
            .filter(argument -> !everywhere(argument))
            .map(argument -> "| `%s` | %s |\n".formatted(label(argument), text(argument)))
            .collect(Collectors.joining());
    return rows.isEmpty() ? text.toString() : text + "\n| option | meaning |\n|---|---|\n" + rows;
  }

  private static boolean everywhere(ArgSpec argument) {
    return argument instanceof OptionSpec option
        && Arrays.asList("--help", "--version", "--json").contains(option.longestName());
  }

  private static String label(ArgSpec argument) {
    String parameter = argument.paramLabel().replace("|", "\\|");
    return switch (argument) {
      case OptionSpec option ->
          option.longestName() + (option.arity().max() > 0 ? " " + parameter : "");
      case PositionalParamSpec _ -> parameter;
      default -> throw new IllegalStateException("an argument of a new kind: " + argument);
    };
  }

  private static String text(ArgSpec argument) {
    return Help.Ansi.OFF.string(String.join(" ", argument.description()));
  }
}

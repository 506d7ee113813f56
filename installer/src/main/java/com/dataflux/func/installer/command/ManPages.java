package com.dataflux.func.installer.command;

import com.dataflux.func.platform.ProblemKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual pages of section 1, a page a command, made of what `--help` is made of.
final class ManPages {
  private ManPages() {}

  /// File name → page, for a command and all below it.
  static Map<String, String> of(CommandLine command) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(name(command.getCommandSpec()) + ".1", page(command));
    visible(command).forEach(each -> pages.putAll(of(each)));
    return pages;
  }

  private static String page(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    List<String> description = List.of(spec.usageMessage().description());
    StringBuilder page = new StringBuilder();
    page.append(
        ".TH \"%s\" 1 \"\" \"%s\"%n"
            .formatted(name(spec).toUpperCase(Locale.ROOT), String.join(" ", spec.version())));
    section(
        page, "NAME", "%s \\- %s".formatted(escaped(name(spec)), escaped(description.getFirst())));
    section(
        page,
        "SYNOPSIS",
        escaped(
            new CommandLine.Help(spec, CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .strip()));
    section(page, "DESCRIPTION", escaped(String.join("\n", description)));
    List<String> arguments =
        Stream.concat(
                spec.positionalParameters().stream().map(ManPages::entry),
                spec.options().stream().filter(option -> !option.hidden()).map(ManPages::entry))
            .toList();
    section(page, "OPTIONS", String.join("\n", arguments));
    section(
        page,
        "COMMANDS",
        visible(command)
            .map(each -> entry(each.getCommandSpec()))
            .collect(Collectors.joining("\n")));
    section(page, "EXIT STATUS", command.getParent() == null ? exitCodes() : "");
    return page.toString();
  }

  private static String exitCodes() {
    return Arrays.stream(ProblemKind.values())
        .map(kind -> entry(String.valueOf(kind.exitCode()), kind.meaning()))
        .collect(Collectors.joining("\n", entry("0", "success") + "\n", ""));
  }

  private static Stream<CommandLine> visible(CommandLine command) {
    return command.getSubcommands().values().stream()
        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
        .distinct();
  }

  private static void section(StringBuilder page, String title, String text) {
    if (!text.isEmpty()) {
      page.append(".SH ").append(title).append('\n').append(text).append('\n');
    }
  }

  private static String entry(OptionSpec option) {
    String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
    return entry(String.join(", ", option.names()) + value, text(option.description()));
  }

  private static String entry(PositionalParamSpec parameter) {
    return entry(parameter.paramLabel(), text(parameter.description()));
  }

  private static String entry(CommandSpec command) {
    return entry(name(command) + "(1)", text(command.usageMessage().description()));
  }

  private static String entry(String what, String text) {
    return ".TP\n\\fB%s\\fR\n%s".formatted(escaped(what), escaped(text));
  }

  private static String text(String... lines) {
    return String.join(" ", lines);
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /// With nothing in it that a formatter takes for an order.
  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
  }
}

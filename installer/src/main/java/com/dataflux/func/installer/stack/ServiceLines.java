package com.dataflux.func.installer.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of one service in a stack file. To leave a service out they are made comments, as the
/// file itself says; an upgrade keeps them so.
public final class ServiceLines {
  private static final String NAME_INDENT = "  ";
  private static final String INDENT = "    ";

  private final String name;

  public ServiceLines(String name) {
    this.name = name;
  }

  /// The text without the service; empty where it has none.
  public Optional<String> commentedOut(String text) {
    return changed(text, "", line -> "#" + line);
  }

  /// The text with the service that was commented out; empty where it has none.
  public Optional<String> broughtBack(String text) {
    return changed(text, "#", line -> line.substring(1));
  }

  private Optional<String> changed(String text, String mark, Change change) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = lines.indexOf(mark + NAME_INDENT + name + ":");
    if (at < 0) {
      return Optional.empty();
    }
    do {
      lines.set(at, change.of(lines.get(at)));
      at++;
    } while (at < lines.size() && lines.get(at).startsWith(mark + INDENT));
    return Optional.of(String.join("\n", lines) + "\n");
  }

  @FunctionalInterface
  private interface Change {
    String of(String line);
  }
}

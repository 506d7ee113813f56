package com.dataflux.func.platform.mysql;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an account may do to one database, read from the lines of `SHOW GRANTS`.
public final class Grants {
  private static final Pattern LINE =
      Pattern.compile("GRANT (.+?) ON (?:TABLE )?(\\S+?)\\.(\\S+) TO .*", Pattern.DOTALL);
  private static final String ALL = "ALL PRIVILEGES";

  private final Set<String> held;

  private Grants(Set<String> held) {
    this.held = held;
  }

  /// The privileges on everything and on this database; those on single tables do not count.
  public static Grants of(Collection<String> lines, String database) {
    Set<String> held = new HashSet<>();
    for (String line : lines) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && parts.group(3).equals("*") && covers(parts.group(2), database)) {
        for (String privilege : parts.group(1).split(", ?", -1)) {
          held.add(privilege.strip().toUpperCase(Locale.ROOT));
        }
      }
    }
    return new Grants(Set.copyOf(held));
  }

  public boolean allow(String privilege) {
    return held.contains(ALL) || held.contains(privilege);
  }

  /// In a grant, `_` and `%` stand for any letter and any letters, unless a backslash is before
  /// them.
  private static boolean covers(String granted, String database) {
    if (granted.equals("*")) {
      return true;
    }
    String name = granted.substring(1, granted.length() - 1).replace("``", "`");
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (letter == '\\' && i + 1 < name.length()) {
        i++;
        pattern.append(Pattern.quote(String.valueOf(name.charAt(i))));
      } else if (letter == '_') {
        pattern.append('.');
      } else if (letter == '%') {
        pattern.append(".*");
      } else {
        pattern.append(Pattern.quote(String.valueOf(letter)));
      }
    }
    return Pattern.matches(pattern.toString(), database);
  }
}

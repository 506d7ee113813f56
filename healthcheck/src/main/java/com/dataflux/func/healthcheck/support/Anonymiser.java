package com.dataflux.func.healthcheck.support;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Replaces host names and addresses by tokens that are the same wherever the same one stood.
final class Anonymiser {
  private static final Pattern ADDRESS = Pattern.compile("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b");

  /// What may be an address of the sixth version: two colons at least among hexadecimal digits, the
  /// last four bytes perhaps as in the fourth version, and the card behind it.
  private static final Pattern LONG_ADDRESS =
      Pattern.compile(
          "(?<![\\w:.])(?=[\\da-fA-F:]*:[\\da-fA-F]*:)"
              + "(?:[\\da-fA-F:]*:(?:\\d{1,3}\\.){3}\\d{1,3}|[\\da-fA-F:]*(?:[\\da-fA-F]|::))"
              + "(?:%\\w+)?(?!\\w|:[\\da-fA-F:])");

  private static final int LONGEST = 64;

  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final List<Pattern> names = new ArrayList<>();

  /// @param names of hosts
  Anonymiser(Collection<String> names) {
    names.stream()
        .filter(name -> name.length() > 2)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(
            name ->
                this.names.add(
                    Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])")));
  }

  String hide(String text) {
    String hidden = text;
    for (Pattern name : names) {
      hidden = name.matcher(hidden).replaceAll(match -> token("host", match.group()));
    }
    hidden = LONG_ADDRESS.matcher(hidden).replaceAll(match -> hideLong(match.group()));
    return ADDRESS
        .matcher(hidden)
        .replaceAll(
            match ->
                match.group().startsWith("127.") || match.group().equals("0.0.0.0")
                    ? match.group()
                    : token("address", match.group()));
  }

  /// One address has many spellings. Times and the like are none, and stay. A last colon may be the
  /// sentence's.
  private String hideLong(String text) {
    try {
      InetAddress known = InetAddress.ofLiteral(text.replaceFirst("%.*", ""));
      return known.isLoopbackAddress() || known.isAnyLocalAddress()
          ? text
          : token("address", known.getHostAddress());
    } catch (IllegalArgumentException e) {
      int last = text.length() - 1;
      return last < LONGEST && text.endsWith("::") ? hideLong(text.substring(0, last)) + ":" : text;
    }
  }

  private String token(String kind, String original) {
    return tokens.computeIfAbsent(original, added -> kind + "-" + (tokens.size() + 1));
  }
}

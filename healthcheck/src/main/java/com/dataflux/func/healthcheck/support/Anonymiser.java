package com.dataflux.func.healthcheck.support;

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
    return ADDRESS
        .matcher(hidden)
        .replaceAll(
            match ->
                match.group().startsWith("127.") || match.group().equals("0.0.0.0")
                    ? match.group()
                    : token("address", match.group()));
  }

  private String token(String kind, String original) {
    return tokens.computeIfAbsent(original, added -> kind + "-" + (tokens.size() + 1));
  }
}

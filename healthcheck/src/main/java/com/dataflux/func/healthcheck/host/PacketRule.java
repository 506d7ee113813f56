package com.dataflux.func.healthcheck.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One rule of a chain, as `iptables -S` prints it.
///
/// @param match what follows the chain's name, word by word, without quotes
record PacketRule(String chain, List<String> match) {
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  /// Options that say what is asked for, and not by whom.
  private static final Set<String> OF_THE_CALL =
      Set.of("-p", "-m", "-d", "-j", "--dport", "--comment", "--reject-with", "--ctstate");

  /// Modules whose options are among those.
  private static final Set<String> MODULES = Set.of("tcp", "comment", "conntrack");

  PacketRule {
    match = List.copyOf(match);
  }

  /// @param line that begins with `-A`
  static PacketRule parse(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1).replaceAll("\\\\(.)", "$1"));
    }
    return new PacketRule(words.get(1), words.subList(2, words.size()));
  }

  /// Whether it lets packets pass, or out of its chain.
  boolean letsPass() {
    int target = match.indexOf("-j");
    return target >= 0
        && target + 1 < match.size()
        && Set.of("ACCEPT", "RETURN").contains(match.get(target + 1));
  }

  /// Whether it holds for a call of one port, whoever calls; false for what is not known here.
  boolean meansEveryCaller() {
    for (int i = 0; i < match.size(); i += 2) {
      String option = match.get(i);
      boolean known = OF_THE_CALL.contains(option) && i + 1 < match.size();
      if (!known || (option.equals("-m") && !MODULES.contains(match.get(i + 1)))) {
        return false;
      }
    }
    return true;
  }

  String[] delete() {
    return command(List.of("-D", chain));
  }

  /// @param place counted from 1
  String[] insert(int place) {
    return command(List.of("-I", chain, Integer.toString(place)));
  }

  private String[] command(List<String> action) {
    List<String> words = new ArrayList<>(List.of("iptables", "-w"));
    words.addAll(action);
    words.addAll(match);
    return words.toArray(String[]::new);
  }
}

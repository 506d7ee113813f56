package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Brings a configuration to a newer form of its template: keys and comments that are new come in,
/// an operator's stay.
final class ConfigMerge {
  private ConfigMerge() {}

  /// @param file that the configuration stands in
  /// @param base the template as it was filled in last
  /// @param mine the configuration as it stands
  /// @param theirs the template as it is filled in now
  /// @throws com.dataflux.func.platform.ProblemException of kind `BAD_CONFIGURATION` where both
  ///   sides changed the same lines
  static String merge(Path file, String base, String mine, String theirs) {
    if (theirs.equals(base)) {
      return mine;
    }
    Map<String, Object> set = YamlFile.parse(file, mine);
    Map<String, Object> known = YamlFile.parse(file, base);
    String wanted =
        theirs
            .lines()
            .flatMap(line -> line(line, set, known, base).stream())
            .collect(Collectors.joining("\n", "", "\n"));
    String merged =
        LineMerge.merge(base, mine, wanted)
            .orElseThrow(
                () ->
                    ProblemKind.BAD_CONFIGURATION.exception(
                        "The edits in %s cannot be merged".formatted(file),
                        "lines that were edited are others in this version",
                        "Undo the edits of comments there, run the same command again, then make"
                            + " them anew."));
    YamlFile.parse(file, merged);
    return merged;
  }

  /// A line of the template, as far as the operator has not set its key: then the template has
  /// nothing to say about it.
  private static Optional<String> line(
      String line, Map<String, Object> set, Map<String, Object> known, String base) {
    String key = key(line);
    if (!set.containsKey(key) || Objects.equals(set.get(key), known.get(key))) {
      return Optional.of(line);
    }
    return base.lines().filter(old -> key(old).equals(key)).findFirst();
  }

  private static String key(String line) {
    return line.contains(":") ? line.substring(0, line.indexOf(':')) : "";
  }
}

package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.settings.Setting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes secrets out of configurations, stack files and units, so that the texts can still be
/// compared: equal secrets stay equal, and different ones differ, until the marks between them are
/// taken out as well.
public final class SecretText {
  public static final String STARS = "********";
  private static final Pattern MARK = Pattern.compile("\0\\d+\0");

  private static final Pattern NAME =
      Pattern.compile("(?i).*(secret|passw|pwd|token|auth|credential|private|_key|apikey).*");

  /// A key with its value, commented out or not; variables may be a list.
  private static final Pattern LINE =
      Pattern.compile("(\\s*)(#[#\\s]*)?(- *)?([\"']?)([A-Za-z_]\\w*)(\\4?\\s*[:=]\\s*)(.*)");

  private static final String VALUE = "(\"[^\"]*\"|'[^']*'|[^\\s,}\\]\"']+)";

  private static final Pattern WITHIN_BRACES =
      Pattern.compile("(?<=[{,\\[]\\s{0,9}[\"']?)([A-Za-z_]\\w*)([\"']?\\s*:\\s*)" + VALUE);
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)(=)" + VALUE);
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)(--?[a-z-]*(?:secret|pass|password|passwd|token|auth))([\"']?\\s*[=,\\s]\\s*)"
              + VALUE);
  private static final Pattern IN_URL = Pattern.compile("(://)([^/\\s:@\"']*:)([^/\\s@\"']+)(?=@)");

  private final List<String> known;
  private final Map<String, Integer> seen = new HashMap<>();

  /// @param known secrets, wherever they stand
  SecretText(List<String> known) {
    this.known = known.stream().filter(secret -> !secret.isEmpty()).toList();
  }

  /// Whether the value of a key, or of an environment variable, is nothing for other people's eyes.
  public static boolean hides(String key) {
    return Setting.named(key).map(Setting::isSecret).orElseGet(() -> NAME.matcher(key).matches());
  }

  /// The text with stars and marks in place of secrets.
  String marked(String text) {
    StringBuilder marked = new StringBuilder();
    int hiddenBelow = Integer.MAX_VALUE;
    for (String line : text.lines().toList()) {
      int depth = line.length() - line.stripLeading().length();
      Matcher whole = LINE.matcher(line);
      boolean keyed = whole.matches() && hides(whole.group(5));
      if (!line.isBlank() && depth > hiddenBelow) {
        marked.append(line, 0, depth).append(stars(line.strip()));
      } else {
        if (!line.isBlank()) {
          hiddenBelow = keyed && whole.group(2) == null ? depth : Integer.MAX_VALUE;
        }
        marked.append(keyed ? keyed(whole) : inner(line));
      }
      marked.append('\n');
    }
    return marked.toString();
  }

  /// A marked text, or a part of one, as it may be seen.
  static String shown(String marked) {
    return MARK.matcher(marked).replaceAll("");
  }

  private String keyed(MatchResult line) {
    StringBuilder masked = new StringBuilder();
    for (int group = 1; group <= 6; group++) {
      masked.append(line.group(group) == null ? "" : line.group(group));
    }
    String value = line.group(7);
    String quote = line.group(6).startsWith(line.group(4)) ? "" : line.group(4);
    return masked.append(value.isBlank() ? "" : stars(value(quote + value))).toString();
  }

  /// A value without quotes and without the comment behind it.
  private static String value(String text) {
    try {
      return String.valueOf(YamlFile.parse(Path.of("a line"), "value: " + text).get("value"));
    } catch (ProblemException e) {
      return text.strip();
    }
  }

  private String inner(String line) {
    String masked = line;
    for (String secret : known) {
      masked = masked.replace(secret, stars(secret));
    }
    masked = masked(OPTION, masked, _ -> true);
    masked = masked(IN_URL, masked, _ -> true);
    masked = masked(ASSIGNMENT, masked, found -> hides(found.group(1)));
    return masked(WITHIN_BRACES, masked, found -> hides(found.group(1)));
  }

  private String masked(Pattern pattern, String line, Predicate<MatchResult> isSecret) {
    return pattern
        .matcher(line)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    isSecret.test(found) && !found.group(3).startsWith(STARS)
                        ? found.group(1) + found.group(2) + stars(bare(found.group(3)))
                        : found.group()));
  }

  private static String bare(String value) {
    return value.replaceFirst("^([\"'])(.*)\\1$", "$2");
  }

  private String stars(String secret) {
    return "%s\0%d\0".formatted(STARS, seen.computeIfAbsent(secret, _ -> seen.size()));
  }
}

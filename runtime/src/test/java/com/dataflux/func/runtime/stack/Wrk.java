package com.dataflux.func.runtime.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The load generator `wrk`.
final class Wrk {
  private Wrk() {}

  /// @param p50 milliseconds
  /// @param p99 milliseconds
  /// @param failed answers that were none of success
  record Load(
      int connections, double perSecond, double p50, double p99, long answers, long failed) {
    String line(String what) {
      return "| %s, %d at once | %.0f | %.2f | %.2f | %d |"
          .formatted(what, connections, perSecond, p50, p99, failed);
    }
  }

  /// @param more options, such as a script
  static Load run(int connections, int seconds, String url, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("wrk", "--latency", "-t1"));
    command.addAll(List.of("-c" + connections, "-d" + seconds + "s"));
    command.addAll(List.of(more));
    command.add(url);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("wrk: " + text);
    }
    return new Load(
        connections,
        number(text, "Requests/sec:\\s+([\\d.]+)"),
        millis(text, "50%"),
        millis(text, "99%"),
        (long) number(text, "(\\d+) requests in"),
        (long) number(text, "Non-2xx or 3xx responses: (\\d+)"));
  }

  private static double number(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  private static double millis(String text, String percentile) {
    Matcher matcher = Pattern.compile(percentile + "\\s+([\\d.]+)(us|ms|s)").matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("wrk did not say " + percentile + ": " + text);
    }
    double value = Double.parseDouble(matcher.group(1));
    return switch (String.valueOf(matcher.group(2))) {
      case "us" -> value / 1000;
      case "s" -> value * 1000;
      default -> value;
    };
  }
}

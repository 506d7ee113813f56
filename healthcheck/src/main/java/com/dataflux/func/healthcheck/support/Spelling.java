package com.dataflux.func.healthcheck.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// How a secret may be spelt in a text: plain, percent-encoded, escaped as in JSON or YAML, in
/// base64 at any place, in hexadecimal digits.
final class Spelling {
  private static final String URL_OR_STANDARD_62 = "[+\\-]";
  private static final String URL_OR_STANDARD_63 = "[/_]";

  /// Shorter runs of base64 would be found where no secret is.
  private static final int LEAST_RUN = 6;

  private Spelling() {}

  /// A pattern that matches the secret in every spelling, mixed ones included.
  static Pattern of(String secret) {
    StringBuilder any = new StringBuilder();
    secret.codePoints().forEach(point -> any.append(character(point)));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    any.append("|(?i:").append(Pattern.quote(HexFormat.of().formatHex(bytes))).append(')');
    for (int shift = 0; shift < 3; shift++) {
      String run = run(bytes, shift);
      if (run.length() >= LEAST_RUN) {
        any.append('|').append(base64(run));
      }
    }
    return Pattern.compile(any.toString());
  }

  private static String character(int point) {
    String text = Character.toString(point);
    StringBuilder forms = new StringBuilder("(?:" + Pattern.quote(text));
    StringBuilder percent = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      percent.append("%%(?i:%02x)".formatted(each & 0xff));
    }
    forms.append('|').append(percent);
    StringBuilder unicode = new StringBuilder();
    text.chars().forEach(each -> unicode.append("\\\\u(?i:%04x)".formatted(each)));
    forms.append('|').append(unicode);
    switch (text) {
      case "'" -> forms.append("|''|'\\\\''|&#39;|&apos;");
      case "\"" -> forms.append("|\\\\\"|&quot;");
      case "&" -> forms.append("|&amp;");
      case "<" -> forms.append("|&lt;");
      case ">" -> forms.append("|&gt;");
      case " " -> forms.append("|\\+");
      case "$" -> forms.append("|\\$\\$");
      case "\n" -> forms.append("|\\\\n");
      case "\t" -> forms.append("|\\\\t");
      default -> forms.append("|\\\\+").append(Pattern.quote(text));
    }
    return forms.append(')').toString();
  }

  /// The digits of base64 that the secret alone decides, when so many other bytes stand before it.
  private static String run(byte[] secret, int shift) {
    byte[] shifted = new byte[secret.length + shift];
    System.arraycopy(secret, 0, shifted, shift, secret.length);
    String digits = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = (shift * 8 + 5) / 6;
    int to = shifted.length * 8 / 6;
    return from < to ? digits.substring(from, to) : "";
  }

  private static String base64(String run) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < run.length(); i++) {
      // Lines of base64 may be broken anywhere.
      pattern.append(i == 0 ? "" : "(?:\\s|\\\\n)*+");
      switch (run.charAt(i)) {
        case '+' -> pattern.append(URL_OR_STANDARD_62);
        case '/' -> pattern.append(URL_OR_STANDARD_63);
        default -> pattern.append(run.charAt(i));
      }
    }
    return pattern.toString();
  }
}

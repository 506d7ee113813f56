package com.dataflux.func.healthcheck.support;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for secrets in a finished archive by decoding what may be encoded: another way than the
/// one by which they were taken out, so that a fault of that one shows.
final class SecretScan {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{6,}");
  private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-fA-F]{2}){4,}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})|\\\\([\"\\\\/'])");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

  private final Collection<String> secrets;

  SecretScan(Collection<String> secrets) {
    this.secrets = secrets;
  }

  /// How a secret that is still there is spelt; empty where none is.
  Optional<String> find(String text) {
    String unescaped = unescape(text);
    String unquoted = percentDecode(text);
    return Stream.of(
            in("plain", text),
            in("escaped", unescaped),
            in("percent-encoded", unquoted),
            in("percent-encoded", unquoted.replace('+', ' ')),
            in("escaped", text.replace("''", "'").replace("$$", "$")),
            decoded("base64", text),
            decoded("base64", text.replaceAll("\\s|\\\\n", "")),
            inHexadecimal(text))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> in(String spelling, String text) {
    return secrets.stream().anyMatch(text::contains) ? Optional.of(spelling) : Optional.empty();
  }

  private Optional<String> decoded(String spelling, String text) {
    Matcher run = BASE64.matcher(text);
    while (run.find()) {
      String digits = run.group().replace('-', '+').replace('_', '/');
      for (int skip = 0; skip < 4 && skip < digits.length(); skip++) {
        String rest = digits.substring(skip);
        int whole = rest.length() % 4 == 1 ? rest.length() - 1 : rest.length();
        String bytes =
            new String(
                Base64.getDecoder().decode(rest.substring(0, whole)), StandardCharsets.ISO_8859_1);
        if (holdsBytes(bytes)) {
          return Optional.of(spelling);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inHexadecimal(String text) {
    Matcher run = HEXADECIMAL.matcher(text);
    while (run.find()) {
      if (holdsBytes(
          new String(HexFormat.of().parseHex(run.group()), StandardCharsets.ISO_8859_1))) {
        return Optional.of("hexadecimal");
      }
    }
    return Optional.empty();
  }

  private boolean holdsBytes(String bytes) {
    return secrets.stream()
        .map(
            secret ->
                new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
        .anyMatch(bytes::contains);
  }

  private static String unescape(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null
                        ? escape.group(2)
                        : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  private static String percentDecode(String text) {
    return PERCENT
        .matcher(text)
        .replaceAll(
            run ->
                Matcher.quoteReplacement(
                    new String(
                        HexFormat.of().parseHex(run.group().replace("%", "")),
                        StandardCharsets.UTF_8)));
  }
}

package com.dataflux.func.healthcheck.check;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// What checks say, in one language, from the message file of that language.
public final class Words {
  private final Properties messages = new Properties();

  public Words(Language language) {
    String file = "messages_" + language.code() + ".properties";
    try (Reader reader =
        new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Set<String> keys() {
    return messages.stringPropertyNames();
  }

  public String title(Check check) {
    return message(check.id());
  }

  public String why(Cause cause) {
    return message(cause.check() + ".why");
  }

  /// What the operator does now: said for the cause where it differs from that of its check.
  public String next(Finding finding) {
    String own = finding.cause().key() + ".next";
    String key = messages.containsKey(own) ? own : finding.cause().check() + ".next";
    return filled(message(key), finding.values());
  }

  public String text(Finding finding) {
    return filled(message(finding.cause().key()), finding.values());
  }

  /// A message of the report itself.
  public String of(String key, Object... values) {
    return filled(message("report." + key), List.of(values).stream().map(String::valueOf).toList());
  }

  /// The message as it stands in the file, with its places for values.
  public String message(String key) {
    return messages.getProperty(key, key);
  }

  private static String filled(String message, List<String> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < message.length(); i++) {
      char c = message.charAt(i);
      boolean place =
          c == '{'
              && i + 2 < message.length()
              && Character.isDigit(message.charAt(i + 1))
              && message.charAt(i + 2) == '}';
      int index = place ? message.charAt(i + 1) - '0' : -1;
      if (place && index < values.size()) {
        text.append(values.get(index));
        i += 2;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}

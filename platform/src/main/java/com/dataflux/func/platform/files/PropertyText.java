package com.dataflux.func.platform.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;

/// Keys with their values as text, for what one process leaves or tells another.
public final class PropertyText {
  private PropertyText() {}

  public static String write(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException("a text can always be written", e);
    }
    return text.toString();
  }

  /// @throws IllegalArgumentException where the text is no such text
  public static Properties read(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalStateException("a text can always be read", e);
    }
    return properties;
  }
}

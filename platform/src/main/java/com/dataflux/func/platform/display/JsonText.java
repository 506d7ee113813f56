package com.dataflux.func.platform.display;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Maps, lists, numbers, booleans and texts as one line of JSON. Anything else is written as its
/// text, so that a secret shows its stars.
public final class JsonText {
  private JsonText() {}

  public static String of(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    append(json, value);
    return json.toString();
  }

  private static void append(StringBuilder json, @Nullable Object value) {
    switch (value) {
      case null -> json.append("null");
      case Number number -> json.append(number);
      case Boolean truth -> json.append(truth);
      case Optional<?> optional -> append(json, optional.orElse(null));
      case Map<?, ?> map -> appendMap(json, map);
      // Whose first part is a path again, without end.
      case Path path -> quote(json, path.toString());
      case Iterable<?> items -> appendItems(json, items);
      default -> quote(json, value.toString());
    }
  }

  private static void appendMap(StringBuilder json, Map<?, ?> map) {
    json.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.append(separator);
      quote(json, String.valueOf(entry.getKey()));
      json.append(':');
      append(json, entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private static void appendItems(StringBuilder json, Iterable<?> items) {
    json.append('[');
    for (Iterator<?> each = items.iterator(); each.hasNext(); ) {
      append(json, each.next());
      if (each.hasNext()) {
        json.append(',');
      }
    }
    json.append(']');
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c)) {
            json.append("\\u%04x".formatted((int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}

package com.dataflux.func.runtime.server.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Names and values as URLs and forms write them.
public final class PercentCoding {
  static final int MOST_FIELDS = 10_000;

  private PercentCoding() {}

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// A path segment; a plus sign stays one.
  public static String decodeSegment(String text) {
    return decode(text.replace("+", "%2B"));
  }

  /// The fields of `a=1&b=2`, the last of several with one name.
  public static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    int end;
    for (int start = 0; start < encoded.length(); start = end + 1) {
      int ampersand = encoded.indexOf('&', start);
      end = ampersand < 0 ? encoded.length() : ampersand;
      String pair = encoded.substring(start, end);
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        fields.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        if (fields.size() > MOST_FIELDS) {
          throw Reason.EClientTooLarge.refusal(
              "The URL or form holds more than %d fields.".formatted(MOST_FIELDS));
        }
      }
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Reason.EClientBadRequest.refusal("The URL or form holds a broken percent sign.");
    }
  }
}

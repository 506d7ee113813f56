package com.dataflux.func.runtime.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ends a call with an error that the caller sees.
public final class Refusal extends RuntimeException {
  private final Reason reason;
  private final String text;
  private final transient @Nullable JsonNode detail;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  public Refusal(Reason reason, String text, @Nullable JsonNode detail) {
    super(text, null, false, false);
    this.reason = reason;
    this.text = text;
    this.detail = detail;
  }

  /// Before the first connection to the databases, or before the setup that names them.
  public static Refusal awaitingDatabases() {
    return Reason.EUnavailable.refusal(
            "The databases do not answer yet, or the setup has not named them; the server's log"
                + " says which.")
        .with("Retry-After", "1");
  }

  /// The same refusal with a header, such as `Retry-After`.
  public Refusal with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public Reason reason() {
    return reason;
  }

  public String text() {
    return text;
  }

  public @Nullable JsonNode detail() {
    return detail;
  }

  public Map<String, String> headers() {
    return headers;
  }
}

package com.dataflux.func.runtime.queue;

import java.util.Base64;
import java.util.Map;

/// An HTTP answer that a function composed itself.
///
/// @param contentType empty where the function left it open
/// @param base64 the answer's bytes in Base64; for a value that is not text, its JSON
/// @param downloadName the name offered to the browser; empty to show it in place
public record FunctionResponse(
    int statusCode,
    Map<String, String> headers,
    String contentType,
    String base64,
    String downloadName) {

  public FunctionResponse {
    headers = Map.copyOf(headers);
  }

  public byte[] body() {
    return Base64.getDecoder().decode(base64);
  }
}

package com.dataflux.func.runtime.server.call;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.CodeDigest;
import com.dataflux.func.runtime.store.Redis;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTTP digest authentication (RFC 7616) with MD5, the one algorithm that every client knows, and
/// nonces that this server gave out and has not forgotten.
record DigestAuthentication(Redis redis) {
  private static final String REALM = "dataflux-func";
  private static final Duration NONCE = Duration.ofMinutes(5);
  private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");

  void check(Call call, JsonNode config) {
    String header = call.headers().first("Authorization").orElse("");
    if (!header.startsWith("Digest ")) {
      throw challenge();
    }
    Map<String, String> fields = fields(header.substring("Digest ".length()));
    String nonce = fields.getOrDefault("nonce", "");
    if (redis.get("nonce@" + nonce).isEmpty()
        || !fields.getOrDefault("uri", "").equals(call.url())) {
      throw challenge();
    }
    for (JsonNode user : config.path("users")) {
      if (user.path("username").asText().equals(fields.get("username"))
          && ApiAuthentication.same(
              expected(call, user, fields), fields.getOrDefault("response", ""))) {
        return;
      }
    }
    throw challenge();
  }

  private static String expected(Call call, JsonNode user, Map<String, String> fields) {
    String who =
        CodeDigest.md5(
            "%s:%s:%s"
                .formatted(user.path("username").asText(), REALM, user.path("password").asText()));
    String what = CodeDigest.md5(call.method() + ":" + fields.get("uri"));
    return CodeDigest.md5(
        String.join(
            ":",
            who,
            fields.getOrDefault("nonce", ""),
            fields.getOrDefault("nc", ""),
            fields.getOrDefault("cnonce", ""),
            "auth",
            what));
  }

  private Refusal challenge() {
    String nonce = Secret.generate().reveal();
    redis.put("nonce@" + nonce, "1", NONCE);
    return Reason.EAPIAuth.refusal("HTTP digest authentication failed.")
        .with(
            "WWW-Authenticate",
            "Digest realm=\"%s\", qop=\"auth\", algorithm=MD5, nonce=\"%s\""
                .formatted(REALM, nonce));
  }

  private static Map<String, String> fields(String header) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = FIELD.matcher(header);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted;
      fields.put(matcher.group(1), value == null ? "" : value);
    }
    return fields;
  }
}

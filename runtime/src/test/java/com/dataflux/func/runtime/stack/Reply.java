package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the server answered.
record Reply(int status, HttpHeaders headers, ByteBuffer content) {
  private static final Set<String> SUCCESS =
      Set.of("ok", "error", "message", "data", "traceId", "reqTime", "respTime", "reqCost");
  private static final List<String> FAILURE = List.of("reason", "detail", "reqDump");

  JsonNode json() {
    return Json.read(text());
  }

  JsonNode data() {
    return json().path("data");
  }

  /// The value that a called function returned.
  JsonNode result() {
    return data().path("result");
  }

  byte[] body() {
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }

  String text() {
    return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// This reply, which must be a success in the envelope.
  Reply ok() {
    assertThat(status).as(text()).isEqualTo(200);
    JsonNode whole = json();
    assertThat(names(whole)).isEqualTo(new TreeSet<>(SUCCESS));
    assertThat(whole.path("ok").asBoolean()).isTrue();
    assertThat(whole.path("error").asInt()).isEqualTo(200);
    assertTraced(whole);
    return this;
  }

  /// This reply, which must be a refusal of exactly the contract's shape.
  Reply refused(String reason, String number) {
    assertThat(status).as(text()).isEqualTo(new BigDecimal(number).intValue());
    JsonNode whole = json();
    Set<String> expected = new TreeSet<>(SUCCESS);
    expected.addAll(FAILURE);
    assertThat(names(whole)).isEqualTo(expected);
    assertThat(whole.path("ok").asBoolean(true)).isFalse();
    assertThat(whole.path("reason").asText()).isEqualTo(reason);
    assertThat(whole.path("error").isNumber()).isTrue();
    assertThat(whole.path("error").decimalValue()).isEqualByComparingTo(number);
    assertThat(whole.path("message").asText()).isNotBlank();
    assertThat(whole.path("data").isNull()).isTrue();
    assertThat(names(whole.path("reqDump"))).containsExactly("method", "url");
    assertTraced(whole);
    return this;
  }

  private void assertTraced(JsonNode whole) {
    String trace = whole.path("traceId").asText();
    assertThat(trace)
        .matches("TRACE-[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}")
        .isEqualTo(header("X-Trace-Id"));
    assertThat(whole.path("reqTime").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")
        .isEqualTo(header("X-Request-Time"));
    assertThat(whole.path("respTime").asText()).isEqualTo(header("X-Response-Time"));
    assertThat(whole.path("reqCost").asText()).isEqualTo(header("X-Request-Cost"));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }
}

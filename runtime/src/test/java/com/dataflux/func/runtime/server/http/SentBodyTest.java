package com.dataflux.func.runtime.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SentBodyTest {

  @Test
  void readsALongListOfNumbers() {
    String numbers = "1,".repeat(250_000) + "1";
    assertThat(call("{\"kwargs\": [" + numbers + "]}").json().path("kwargs")).hasSize(250_001);
  }

  @Test
  void refusesWhatTakesManyTimesItsSizeInMemory() {
    assertTooLarge(() -> call("{\"a\": [" + "{},".repeat(3_000_000) + "{}]}").json());
  }

  @Test
  void takesOnlyALittleFromThoseWhomNobodyKnows() {
    String filled = "{\"signIn\": {\"username\": \"" + "a".repeat(64 << 10) + "\"}}";
    assertTooLarge(() -> call(filled).smallPart("signIn"));
    assertThat(call("{\"signIn\": {\"username\": \"a\"}}").smallPart("signIn")).hasSize(1);
  }

  @Test
  void refusesAFormOfVeryManyFields() {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i <= PercentCoding.MOST_FIELDS; i++) {
      form.append(i).append("=&&");
    }
    assertTooLarge(() -> PercentCoding.fields(form.toString()));
    assertThat(PercentCoding.fields("a=1&&b&a=%202")).isEqualTo(Map.of("a", " 2", "b", ""));
  }

  private static void assertTooLarge(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EClientTooLarge));
  }

  private static Call call(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return new Call(
        new Trace("TRACE-1", Instant.EPOCH),
        "POST",
        "/",
        Map.of(),
        Map.of(),
        name -> Optional.empty(),
        "127.0.0.1",
        Identity.NOBODY,
        new Body(
            () -> new ByteArrayInputStream(bytes),
            bytes.length,
            10 << 20,
            100 << 20,
            BodyRoom.ofHeap().share()));
  }
}

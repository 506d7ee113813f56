package com.dataflux.func.runtime.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettlementTest {
  private static final RawJson VALUE = RawJson.of("\"" + "x".repeat(2 << 20) + "\"");

  @Test
  void keepsNoValueOfWhatTheTimetableStarted() {
    Settlement settlement = Settlement.of(task("crontab", ""), result(VALUE));
    TaskResult kept = ResultWire.read(settlement.result());
    assertThat(kept.status()).isEqualTo(TaskStatus.OK);
    assertThat(kept.value().toString()).isEqualTo("null");
    assertThat(kept.response()).isEmpty();
    assertThat(settlement.keepSeconds()).isEqualTo(30 + 600);
  }

  @Test
  void keepsTheValueOfABatch() {
    Settlement settlement = Settlement.of(task("batch", ""), result(RawJson.of("7")));
    assertThat(ResultWire.read(settlement.result()).value().toString()).isEqualTo("7");
    assertThat(settlement.keepSeconds()).isEqualTo(24 * 3600);
  }

  @Test
  void keepsALargeValueForAnHour() {
    Settlement settlement = Settlement.of(task("batch", ""), result(VALUE));
    assertThat(settlement.result()).hasSizeGreaterThan(VALUE.length());
    assertThat(settlement.keepSeconds()).isEqualTo(3600);
  }

  @Test
  void recordsTheStartOfAValueAndNoAnswer() {
    TaskResult recorded = ResultWire.read(Settlement.of(task("batch", ""), result(VALUE)).record());
    assertThat(recorded.value().length()).isEqualTo(SettledTask.LONGEST_VALUE + 1);
    assertThat(recorded.response()).isEmpty();
    assertThat(recorded.einfoText()).hasSizeLessThan(20_000);
  }

  @Test
  void recordsNothingOfACallThatEndedWell() {
    assertThat(Settlement.of(task("authLink", "server"), result(VALUE)).record()).isEmpty();
  }

  private static LeasedTask task(String origin, String replyTo) {
    TaskRequest request =
        TaskRequest.published(
            "demo.f", Json.object(), 8, Duration.ofSeconds(30), Origin.of(origin, "id"));
    return new LeasedTask(request, 1, replyTo, ByteBuffer.allocate(0));
  }

  private static TaskResult result(RawJson value) {
    return new TaskResult(
        "task-1",
        TaskStatus.OK,
        value,
        Optional.of(new FunctionResponse(200, Map.of(), "text/plain", "AAAA", "")),
        "e".repeat(1 << 15),
        "",
        List.of("a line"),
        Instant.EPOCH,
        1,
        0,
        1);
  }
}

package com.dataflux.func.runtime.beat;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.SettledTask;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChoresTest {
  @Test
  void shortensWhatDoesNotFitIntoARecord() {
    ObjectNode kwargs = Json.object().put("x", "y".repeat(100_000));
    TaskRequest request =
        TaskRequest.published(
            "f".repeat(200), kwargs, 8, Duration.ofSeconds(30), Origin.of("direct", ""));
    TaskResult result = TaskResult.without(request.id(), TaskStatus.FAILED, "no such thing", 1);
    ObjectNode record = Chores.record(new SettledTask(request, result));
    assertThat(record.path("funcId").asText()).hasSize(190).endsWith("f…");
    assertThat(record.path("kwargs").asText()).hasSize((1 << 16) + 1).startsWith("{\"x\":\"yyy");
    assertThat(record.path("result").isNull()).isTrue();
  }

  @Test
  void tellsRefusedDataFromADatabaseThatIsAway() {
    SQLException tooLong = new SQLException("Data too long for column", "22001");
    SQLException away = new SQLException("Communications link failure", "08S01");
    assertThat(Chores.isOfData(new IllegalStateException(tooLong))).isTrue();
    assertThat(Chores.isOfData(new IllegalStateException(away))).isFalse();
    assertThat(Chores.isOfData(new IllegalStateException("something else"))).isFalse();
  }
}

package com.dataflux.func.runtime.server.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.runtime.queue.FunctionResponse;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsTest {

  @Test
  void keepsPagesOfFunctionsFromTheSessionOfWhoeverLooks() {
    FunctionResponse page =
        new FunctionResponse(
            200,
            Map.of("content-security-policy", "default-src *", "X-Own", "1"),
            "text/html; charset=utf-8",
            "PHA+",
            "");
    assertThat(answer(page).headers())
        .containsEntry("X-Own", "1")
        .containsEntry(
            "content-security-policy",
            "sandbox allow-scripts allow-forms allow-popups allow-downloads")
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void tellsAScriptThatCannotBeLoadedFromAFunctionThatFails() {
    assertThatThrownBy(() -> Results.answer(ended(TaskStatus.NOT_LOADED), false))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.EScriptPreCheck);
              assertThat(refusal.detail())
                  .isEqualTo(Json.object().put("einfoTEXT", "SyntaxError").put("id", "task-1"));
            });
    assertThatThrownBy(() -> Results.answer(ended(TaskStatus.FAILED), false))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EFuncFailed));
  }

  private static TaskResult ended(TaskStatus status) {
    return TaskResult.without("task-1", status, "SyntaxError", 1);
  }

  private static Answer.Bytes answer(FunctionResponse response) {
    TaskResult result =
        new TaskResult(
            "task-1",
            TaskStatus.OK,
            RawJson.NULL,
            Optional.of(response),
            "",
            "",
            List.of(),
            Instant.EPOCH,
            1,
            0,
            1);
    return (Answer.Bytes) Results.answer(result, false);
  }
}

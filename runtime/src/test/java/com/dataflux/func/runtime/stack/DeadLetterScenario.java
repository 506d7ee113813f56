package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Tasks whose worker died again and again.
interface DeadLetterScenario extends OnStack {

  @Test
  @Order(Integer.MAX_VALUE - 2)
  default void keepsWhatItGaveUpUntilSomeoneDecides() throws IOException {
    Path marks = stack().data().resolve("resources/marks");
    Files.createDirectories(marks);
    Files.setPosixFilePermissions(
        marks, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
    String code =
        """
        import os, time

        @DFF.API('f', timeout=600)
        def f():
            name = DFF.RSRC('marks', _TASK_ID)
            if len(os.listdir(DFF.RSRC('marks'))) >= 6:
                return '完'
            open(name + '-' + str(time.time()), 'w').close()
            time.sleep(600)
        """;
    String function = publish("deadly", code) + ".f";
    admin()
        .change(
            "/api/v1/batches/do/add", "{'id': 'bat-deadly', 'funcId': '%s'}".formatted(function))
        .ok();
    String first = start();
    String second = start();
    for (int attempt = 1; attempt <= 3; attempt++) {
      int begun = 2 * attempt;
      Awaitility.await("both run for the " + attempt + ". time").until(() -> count(marks) >= begun);
      stack().worker.killAndStart();
    }
    Awaitility.await("both are given up").until(() -> letters().path("totalCount").asInt() == 2);
    JsonNode letter = letters().path("items").path(0);
    assertThat(letter.path("attempts").asInt()).isEqualTo(3);
    assertThat(letter.path("queue").asInt()).isEqualTo(9);
    String base = "/api/v1/dead-letters/";
    admin().post(base + second + "/do/delete", "{}").ok();
    admin().post(base + second + "/do/delete", "{}").refused("EClientNotFound", "404.41");
    stack().awaitWorker();
    admin().post(base + first + "/do/requeue", "{}").ok();
    admin().post(base + first + "/do/requeue", "{}").refused("EClientNotFound", "404.41");
    String result = "/api/v1/func-result?taskId=" + first;
    Awaitility.await().until(() -> visitor().get(result).status() == 200);
    assertThat(visitor().get(result).ok().result().asText()).isEqualTo("完");
    assertThat(letters().path("totalCount").asInt()).isZero();
  }

  private String start() {
    return visitor().get("/api/v1/bat/bat-deadly").ok().data().path("id").asText();
  }

  private JsonNode letters() {
    return admin().get("/api/v1/dead-letters/do/list").ok().data();
  }

  private static long count(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.count();
    }
  }
}

package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.MySqlVersion;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What callers are told while there is no room or something is down, and that they are served
/// again afterwards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutageIT implements OnStack {
  private static final String HELLO = "/api/v1/al/auln-hello-world";

  private final RunningStack stack =
      RunningStack.start(
          MySqlVersion.V9_7,
          "_WORKER_QUEUE_LIMIT: 1",
          "_WORKER_CONCURRENCY: 1",
          "_WORKER_PREFETCH_MULTIPLIER: 1");

  @Override
  public RunningStack stack() {
    return stack;
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void saysThatAQueueIsFull() {
    String id =
        publish(
            "busy",
            """
            import time

            @DFF.API('f', queue=9, timeout=8)
            def f():
                time.sleep(60)
            """);
    admin()
        .change("/api/v1/batches/do/add", "{'id': 'bat-busy', 'funcId': '%s.f'}".formatted(id))
        .ok();
    String link = link(id + ".f", "{}");
    visitor().get("/api/v1/bat/bat-busy").ok();
    visitor().get("/api/v1/bat/bat-busy").ok();
    for (String path : new String[] {"/api/v1/bat/bat-busy", link}) {
      Reply reply = visitor().get(path).refused("EQueueFull", "503.2");
      assertThat(reply.header("Retry-After")).isEqualTo("1");
    }
    Awaitility.await("there is room again").until(() -> visitor().reaches(HELLO));
  }

  @Test
  void saysThatRedisIsDown() {
    stack.redis.stop();
    try {
      Reply reply = visitor().get(HELLO).refused("EUnavailable", "503.1");
      assertThat(reply.header("Retry-After")).isEqualTo("5");
      admin().get("/api/v1/func-list").refused("EUnavailable", "503.1");
    } finally {
      stack.redis.restart();
    }
    Awaitility.await("callers are served again").until(() -> visitor().reaches(HELLO));
    admin().get("/api/v1/func-list").ok();
  }

  @Test
  void saysThatMySqlIsDown() {
    stack.mysql.stop();
    try {
      Reply reply = admin().get("/api/v1/scripts/do/list").refused("EUnavailable", "503.1");
      assertThat(reply.header("Retry-After")).isEqualTo("5");
    } finally {
      stack.mysql.restart();
    }
    Awaitility.await("pages are served again")
        .until(() -> admin().reaches("/api/v1/scripts/do/list"));
  }

  @Test
  void keepsTheInsideOfAFaultToItself() {
    String link = link("demo__basic.plus", "{'id': 'auln-spoiled'}");
    stack.mysql.query(
        "UPDATE dataflux_func.auth_links SET throttling = '{\"bySecond' WHERE id = 'auln-spoiled'");
    Reply reply = visitor().get(link).refused("ESys", "500");
    assertThat(reply.json().path("message").asText())
        .isEqualTo("The server met an unexpected fault; its log has the details.");
    stack.mysql.query("DELETE FROM dataflux_func.auth_links WHERE id = 'auln-spoiled'");
  }
}

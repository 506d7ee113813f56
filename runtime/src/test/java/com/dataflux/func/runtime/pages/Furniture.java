package com.dataflux.func.runtime.pages;

import com.dataflux.func.runtime.RunningApplication;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.RedisServer;
import com.dataflux.func.testbed.pages.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/// What a used install holds, so that pages have something to show.
final class Furniture {
  private static final String DEAD_LETTERS = "DataFluxFunc-worker#deadLetters";

  private Furniture() {}

  /// Brings it in: a line of `furniture.txt` is a route and what is sent there.
  static void bringInto(RunningApplication application, Site site)
      throws IOException, InterruptedException {
    String token = signIn(application, site);
    for (String line : lines()) {
      String[] parts = line.split(" ", 2);
      String body = Json.write(Json.object().set("data", Json.read(parts[1])));
      String answer = application.post("/api/v1/" + parts[0], token, body);
      if (!Json.read(answer).path("ok").asBoolean()) {
        throw new IllegalStateException(parts[0] + " was refused: " + answer);
      }
    }
    for (int i = 0; i < 30; i++) {
      application.get("/api/v1/bat/bat-digest/simplified");
    }
    application.get("/api/v1/al/auln-check/simplified?limit=1");
  }

  private static String signIn(RunningApplication application, Site site)
      throws IOException, InterruptedException {
    String body =
        "{\"signIn\": {\"username\": \"%s\", \"password\": \"%s\"}}"
            .formatted(site.username(), site.password());
    return Json.read(application.post("/api/v1/auth/do/sign-in", "", body))
        .path("data")
        .path("authToken")
        .asText();
  }

  /// Leaves a task behind as one whose worker died over it again and again.
  static void leaveADeadLetter(RedisServer redis, int database, String taskId) {
    String task =
        """
        {"id":"%s","attempt":3,"queue":9,"replyTo":"","funcId":"demo__basic.hello_world",\
        "timeout":10000,"triggerTime":%d,"origin":"batch","originId":"bat-digest"}
        {}\
        """
            .formatted(taskId, Instant.now().toEpochMilli());
    try (Jedis client =
        new Jedis(
            new HostAndPort(redis.host(), redis.port()),
            DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .password(redis.password().reveal())
                .database(database)
                .build())) {
      client.rpush(DEAD_LETTERS, "{\"reason\":\"its worker died 3 times\",\"queue\":9}\n" + task);
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(Furniture.class.getResourceAsStream("furniture.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}

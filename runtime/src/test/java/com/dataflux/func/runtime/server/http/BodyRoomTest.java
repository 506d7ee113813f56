package com.dataflux.func.runtime.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.runtime.config.WebSettings;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
  private static final int BODY = 1 << 20;

  /// For one large body, not for two.
  private final BodyRoom room = new BodyRoom(8L * BODY, Duration.ofMillis(50));

  @Test
  void refusesWhatOthersLeaveNoRoomForUntilTheyEnd() {
    BodyRoom.Share first = room.share();
    first.cover(5L * BODY);
    try (BodyRoom.Share second = room.share()) {
      assertNoRoom(() -> second.cover(5L * BODY));
      first.close();
      second.cover(5L * BODY);
    }
  }

  @Test
  void coversInStepsWhatDoesNotSayItsSize() {
    try (BodyRoom.Share other = room.share();
        BodyRoom.Share share = room.share()) {
      other.cover(5L * BODY);
      byte[] bytes = new byte[BODY];
      assertNoRoom(() -> body(bytes, -1, share).bytes());
      assertNoRoom(() -> body(bytes, bytes.length, share).bytes());
    }
    try (BodyRoom.Share share = room.share()) {
      assertThat(body(new byte[BODY], -1, share).bytes()).hasSize(BODY);
    }
  }

  @Test
  void keepsPlaceForSmallOnesBesideOneThatTakesAll() {
    try (BodyRoom.Share greedy = room.share();
        BodyRoom.Share small = room.share()) {
      greedy.cover(Long.MAX_VALUE / 2);
      small.cover(BodyRoom.SMALL);
      assertNoRoom(() -> small.cover(BodyRoom.SMALL + 1));
    }
  }

  @Test
  void countsWhatJsonBecomesInMemory() {
    assertThat(SentJson.treeBytes("[{},{}]".getBytes(UTF_8))).isBetween(300L, 400L);
    assertThat(SentJson.treeBytes("[".repeat(10 * BODY).getBytes(UTF_8))).isLessThan(31 << 20);
  }

  @Test
  void answersThatThereIsNoRoomAndTakesTheNextWhenThereIs() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Route hold =
        Route.post(
            "/api/hold",
            Access.ANYONE,
            "",
            call -> {
              call.body().bytes();
              read.countDown();
              go.await();
              throw Reason.EClientBadRequest.refusal("held");
            });
    Route take =
        Route.post(
            "/api/take",
            Access.ANYONE,
            "",
            call -> Answer.data(Integer.toString(call.body().bytes().length)));
    Listener.Site site =
        new Listener.Site(
            new RouteTable(List.of(hold, take)), true, Gate.CLOSED, (path, headers) -> null);
    WebSettings settings =
        new WebSettings(0, "", 2 * BODY, 2 * BODY, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    try (Listener listener = new Listener(settings, site, room);
        HttpClient client = HttpClient.newHttpClient()) {
      listener.start();
      byte[] large = new byte[2 * BODY];
      HttpRequest holding = post(listener, "hold", BodyPublishers.ofByteArray(large));
      var held = client.sendAsync(holding, BodyHandlers.ofString());
      read.await();
      HttpRequest taking = post(listener, "take", BodyPublishers.ofByteArray(large));
      HttpResponse<String> refused = client.send(taking, BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
      JsonNode envelope = Json.read(refused.body());
      assertThat(envelope.path("reason").asText()).isEqualTo("EUnavailable");
      assertThat(envelope.path("error").asDouble()).isEqualTo(503.1);
      go.countDown();
      assertThat(held.get().statusCode()).isEqualTo(400);
      HttpResponse<String> taken = client.send(taking, BodyHandlers.ofString());
      assertThat(taken.statusCode()).isEqualTo(200);
    }
  }

  private static HttpRequest post(Listener listener, String name, BodyPublisher body) {
    String url = "http://127.0.0.1:%d/api/%s".formatted(listener.port(), name);
    return HttpRequest.newBuilder(URI.create(url)).POST(body).build();
  }

  private static Body body(byte[] bytes, long declared, BodyRoom.Share share) {
    return new Body(() -> new ByteArrayInputStream(bytes), declared, BODY, BODY, share);
  }

  private static void assertNoRoom(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EUnavailable));
  }
}

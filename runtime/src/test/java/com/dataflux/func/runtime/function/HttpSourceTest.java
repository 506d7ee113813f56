package com.dataflux.func.runtime.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

class HttpSourceTest {
  @Test
  void answersJsonBesideTheText() throws Exception {
    JsonNode answer = ask("{\"a\": [1, \"ä\"]}");
    assertThat(answer.path("text").asText()).isEqualTo("{\"a\": [1, \"ä\"]}");
    assertThat(answer.path("json").path("a").path(1).asText()).isEqualTo("ä");
  }

  @Test
  void answersTextThatIsNoJson() throws Exception {
    for (String text : new String[] {"", "{", "1\0", "\uFEFF1", "1 2"}) {
      assertThat(ask(text).path("json").isNull()).as(text).isTrue();
    }
  }

  @Test
  void refusesAnAnswerThatDoesNotFit() {
    assertThatThrownBy(() -> ask("x".repeat((8 << 20) + 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("8388608");
  }

  private static JsonNode ask(String body) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      HttpSource source = new HttpSource(Json.object().put("url", url), client);
      return Json.read(Json.write(source.request(Json.array().add("GET").add("/"))));
    } finally {
      server.stop(0);
    }
  }
}

package com.dataflux.func.bundles.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.image.Digest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a registry without accounts does not do: tokens, and stores elsewhere.
class RegistryClientTest {
  private static final Digest BLOB = Digest.of(new byte[] {1});

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server = listen();
  private final String host = "127.0.0.1:" + server.getAddress().getPort();
  private final RegistryClient client =
      new RegistryClient(RegistryReference.parse(host + "/some/mysql:9"));

  private static HttpServer listen() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void serve() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    String given = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
    String path = call.getRequestURI().getPath();
    seen.add(path + " " + given);
    if (path.equals("/token")) {
      reply(call, 200, "{\"token\":\"t1\"}");
    } else if (path.equals("/elsewhere")) {
      reply(call, 200, "blob");
    } else if (!given.equals("Bearer t1")) {
      call.getResponseHeaders()
          .add(
              "WWW-Authenticate",
              "Bearer realm=\"http://%s/token\",service=\"s\",scope=\"pull\"".formatted(host));
      reply(call, 401, "");
    } else if (path.endsWith("/blobs/" + BLOB)) {
      call.getResponseHeaders().add("Location", "/elsewhere");
      reply(call, 307, "");
    } else {
      reply(call, path.endsWith("/manifests/9") ? 200 : 404, "{}");
    }
  }

  private static void reply(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Test
  void asksForATokenOnce() throws IOException {
    assertThat(client.manifest("9")).asString().isEqualTo("{}");
    client.manifest("9");
    assertThat(seen)
        .containsExactly(
            "/v2/some/mysql/manifests/9 null",
            "/token null",
            "/v2/some/mysql/manifests/9 Bearer t1",
            "/v2/some/mysql/manifests/9 Bearer t1");
  }

  @Test
  void doesNotShowTheTokenToAnotherStore() throws IOException {
    assertThat(client.blob(BLOB).readAllBytes()).asString().isEqualTo("blob");
    assertThat(seen).last().isEqualTo("/elsewhere null");
  }

  @Test
  void namesTheImageThatIsNotThere() {
    assertThatThrownBy(() -> client.manifest("10"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(host + "/some/mysql:9");
  }

  @Test
  void assumesNoRegistry() {
    assertThatThrownBy(() -> RegistryReference.parse("mysql:9"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("mysql:9");
  }
}

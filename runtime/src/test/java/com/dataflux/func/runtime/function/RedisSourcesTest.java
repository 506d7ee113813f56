package com.dataflux.func.runtime.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisSourcesTest {

  @Test
  void answersTextsNumbersListsAndNothing() throws Exception {
    String answer = "*5\r\n$8\r\n*9\r\n值\r\r\n:-7\r\n$-1\r\n*-1\r\n*2\r\n+OK\r\n$0\r\n\r\n";
    assertThat(ask(answer).toString())
        .isEqualTo(Json.read("[\"*9\\r\\n值\\r\", -7, null, null, [\"OK\", \"\"]]").toString());
  }

  @Test
  void passesOnTextsOfMegabytes() throws Exception {
    String text = "$1\r\n".repeat(1 << 20);
    assertThat(ask("$%d\r\n%s\r\n".formatted(text.length(), text)).asText()).isEqualTo(text);
  }

  @Test
  void refusesATextThatDoesNotFitBeforeItComes() {
    assertTooLarge(() -> ask("$500000000\r\n"));
  }

  @Test
  void refusesAListThatDoesNotFitBeforeItComes() {
    assertTooLarge(() -> ask("*2000000000\r\n"));
  }

  @Test
  void refusesManyListsThatTogetherDoNotFit() {
    String list = "*1000\r\n" + ":1\r\n".repeat(1000);
    assertTooLarge(() -> ask("*1000\r\n" + list.repeat(1000)));
  }

  @Test
  void countsEachAnswerByItself() {
    RedisMeter meter = new RedisMeter();
    byte[] half = "$6000000\r\n%s\r\n".formatted("x".repeat(6_000_000)).getBytes(UTF_8);
    for (int i = 0; i < 3; i++) {
      meter.begin();
      meter.pass(half, 0, half.length);
    }
    assertTooLarge(() -> meter.pass(half, 0, half.length));
  }

  private static void assertTooLarge(ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .hasMessageContaining("the answer is too large")
        .hasMessageContaining("32 MB; ask for it in parts");
  }

  /// Asks a server that greets as an old Redis does and then gives this answer.
  private static JsonNode ask(String answer) throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> accept(listening, answer));
      RedisSettings settings =
          new RedisSettings("127.0.0.1", listening.getLocalPort(), "", Secret.of(""), 0);
      try (RedisClient client = RedisSources.open(settings)) {
        return RedisSources.command(client, Json.array().add("ASKED"));
      }
    }
  }

  /// A broken connection is replaced at once.
  private static void accept(ServerSocket listening, String answer) {
    try {
      while (true) {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket, answer));
      }
    } catch (IOException e) {
      // The test has ended.
    }
  }

  private static void serve(Socket socket, String answer) {
    try (socket;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      OutputStream out = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(line.substring(1)); i++) {
          in.readLine();
          words.add(String.valueOf(in.readLine()));
        }
        String reply =
            switch (words.getFirst()) {
              case "ASKED" -> answer;
              case "HELLO" -> "-ERR unknown command 'HELLO'\r\n";
              default -> "+OK\r\n";
            };
        out.write(reply.getBytes(UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      // The client has enough.
    }
  }
}

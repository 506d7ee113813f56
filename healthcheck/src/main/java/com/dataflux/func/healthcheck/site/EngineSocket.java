package com.dataflux.func.healthcheck.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// HTTP over the engine's socket: one question a connection, GET only.
final class EngineSocket {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path path;

  EngineSocket(Path path) {
    this.path = path;
  }

  /// @throws Unavailable where the engine does not answer, or answers with an error
  JsonNode json(String resource) {
    try {
      return MAPPER.readTree(bytes(resource));
    } catch (IOException e) {
      throw new Unavailable("the engine's answer to %s is not JSON".formatted(resource), e);
    }
  }

  byte[] bytes(String resource) {
    if (!Files.exists(path)) {
      throw new Unavailable("the engine does not run: %s does not exist".formatted(path));
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      // In HTTP/1.0 the answer ends with the connection and comes in one piece.
      String question = "GET %s HTTP/1.0\r\nHost: engine\r\n\r\n".formatted(resource);
      ByteBuffer rest = ByteBuffer.wrap(question.getBytes(StandardCharsets.US_ASCII));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      return body(resource, Channels.newInputStream(channel).readAllBytes());
    } catch (IOException e) {
      throw new Unavailable(
          "the engine does not answer at %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static byte[] body(String resource, byte[] answer) {
    String head = new String(answer, 0, Math.min(answer.length, 4096), StandardCharsets.ISO_8859_1);
    int end = head.indexOf("\r\n\r\n");
    String[] status = head.split(" ", 3);
    if (end < 0 || status.length < 3) {
      throw new Unavailable("the engine's answer to %s is cut short".formatted(resource));
    }
    byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
    if (!status[1].equals("200")) {
      throw new Unavailable("the engine answers %s: %s".formatted(status[1], message(body)));
    }
    return body;
  }

  private static String message(byte[] body) {
    try {
      return MAPPER.readTree(body).path("message").asText();
    } catch (IOException e) {
      return new String(body, StandardCharsets.UTF_8).strip();
    }
  }
}

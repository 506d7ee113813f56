package com.dataflux.func.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Sends an engine an archive of images over a connection of its own, in pieces of 1 MB. Those of
/// the library have 2 KB, and cost both sides more time than unpacking does.
final class ImageUpload {
  private static final int PIECE = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path socket;
  private final String version;

  /// @param version of the API that is spoken
  ImageUpload(Path socket, String version) {
    this.socket = socket;
    this.version = version;
  }

  /// Returns when the engine has the images.
  boolean send(InputStream archive) {
    try (SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      IOException broken = write(engine, archive);
      String answer =
          new String(Channels.newInputStream(engine).readAllBytes(), StandardCharsets.ISO_8859_1);
      if (broken != null && answer.isEmpty()) {
        throw broken;
      }
      check(answer);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Why it could not be written to its end: an engine that refuses an archive says so, and hangs
  /// up.
  private @Nullable IOException write(SocketChannel engine, InputStream archive)
      throws IOException {
    write(
        engine,
        text(
            """
            POST /v%s/images/load?quiet=1 HTTP/1.1\r
            Host: docker\r
            Content-Type: application/x-tar\r
            Transfer-Encoding: chunked\r
            Connection: close\r
            \r
            """
                .formatted(version)));
    byte[] piece = new byte[PIECE];
    int length;
    do {
      length = archive.readNBytes(piece, 0, PIECE);
      try {
        write(
            engine,
            text(Integer.toHexString(length) + "\r\n"),
            ByteBuffer.wrap(piece, 0, length),
            text("\r\n"));
      } catch (IOException e) {
        return e;
      }
    } while (length > 0);
    return null;
  }

  private static void write(SocketChannel engine, ByteBuffer... parts) throws IOException {
    while (parts[parts.length - 1].hasRemaining()) {
      engine.write(parts);
    }
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// The status, and what the engine reports about an image after it has said 200.
  private static void check(String answer) throws IOException {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("the engine broke off its answer: " + answer);
    }
    String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
    String body = answer.substring(end + 4);
    boolean accepted = head.split(" ", 3)[1].equals("200");
    String json = head.contains("transfer-encoding: chunked") ? joined(body) : body;
    try (MappingIterator<JsonNode> items =
        JSON.readerFor(JsonNode.class).readValues(json.getBytes(StandardCharsets.ISO_8859_1))) {
      while (items.hasNext()) {
        JsonNode error = items.next().get(accepted ? "error" : "message");
        if (error != null) {
          throw new DockerClientException(error.asText());
        }
      }
    }
    if (!accepted) {
      throw new DockerClientException(head.lines().findFirst().orElse(""));
    }
  }

  /// The pieces of a body, each of which has its length before it.
  private static String joined(String pieces) {
    StringBuilder whole = new StringBuilder();
    int at = 0;
    while (true) {
      int begin = pieces.indexOf("\r\n", at) + 2;
      int length = Integer.parseInt(pieces.substring(at, begin - 2), 16);
      if (length == 0) {
        return whole.toString();
      }
      whole.append(pieces, begin, begin + length);
      at = begin + length + 2;
    }
  }
}

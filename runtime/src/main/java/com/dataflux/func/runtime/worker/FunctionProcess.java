package com.dataflux.func.runtime.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One warm Python process. Frames: four bytes of length, a line of JSON, and what belongs to it.
final class FunctionProcess implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(FunctionProcess.class.getName());

  /// No frame of a function may be larger: 16 MB, several copies of which fit into the heap. The
  /// Python side, which says so to the function, keeps below it.
  private static final int LARGEST_FRAME = 16 << 20;

  private static final int USUAL_FRAME = 64 << 10;
  private static final int EXIT_SECONDS = 1;

  private final SocketChannel calls;
  private final CallLog log;
  private final CompletableFuture<Integer> exit;
  private ByteBuffer incoming = ByteBuffer.allocate(USUAL_FRAME);
  private int served;

  FunctionProcess(Zygote.Connections connections, LogReader logs) throws IOException {
    calls = connections.calls();
    exit = connections.exit();
    log = new CallLog(connections.log());
    logs.watch(log);
  }

  /// Waits until the process has emptied its directory and takes calls.
  void awaitReady() throws IOException {
    if (!read().line().path("ready").asBoolean()) {
      throw new IOException("the process did not say that it is ready");
    }
  }

  /// A frame of the process.
  record Frame(JsonNode line, RawJson rest) {}

  /// Writes a frame.
  void write(String line, ByteBuffer rest) throws IOException {
    byte[] first = line.getBytes(UTF_8);
    int length = first.length + 1 + rest.remaining();
    ByteBuffer frame = ByteBuffer.allocate(4 + length);
    frame.putInt(length).put(first).put((byte) '\n').put(rest.duplicate()).flip();
    while (frame.hasRemaining()) {
      calls.write(frame);
    }
  }

  /// Waits for a frame.
  ///
  /// @throws EOFException where the process has ended
  Frame read() throws IOException {
    incoming.clear().limit(4);
    fill();
    int length = incoming.flip().getInt();
    if (length <= 0 || length > LARGEST_FRAME) {
      throw new IOException("a frame of " + length + " bytes");
    }
    if (incoming.capacity() < length || incoming.capacity() > Math.max(USUAL_FRAME, length)) {
      incoming = ByteBuffer.allocate(Math.max(USUAL_FRAME, length));
    }
    incoming.clear().limit(length);
    fill();
    byte[] bytes = incoming.array();
    int line = 0;
    while (line < length && bytes[line] != '\n') {
      line++;
    }
    byte[] rest = Arrays.copyOfRange(bytes, Math.min(line + 1, length), length);
    return new Frame(Json.read(bytes, 0, line), RawJson.of(rest, 0, rest.length));
  }

  private void fill() throws IOException {
    while (incoming.hasRemaining()) {
      if (calls.read(incoming) < 0) {
        throw new EOFException("the process has ended");
      }
    }
  }

  List<String> takeLog() {
    return log.take();
  }

  /// The exit code of a process that has ended: negative for a signal, 0 where it is not known.
  int exitCode() {
    try {
      return exit.get(EXIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  int served() {
    return served;
  }

  void countCall() {
    served++;
  }

  @Override
  public void close() {
    try {
      calls.close();
      log.channel().close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a connection could not be closed", e);
    }
  }
}

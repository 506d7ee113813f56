package com.dataflux.func.runtime.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The connection to the process that forks function processes and kills them.
public final class Zygote implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Zygote.class.getName());
  private static final int PATIENCE_SECONDS = 10;

  private final Path socket;
  private final Path homes;
  private final SocketChannel control;
  private final Runnable whenGone;
  private final Map<String, CompletableFuture<Integer>> exits = new ConcurrentHashMap<>();
  private final Map<Integer, CompletableFuture<Integer>> kills = new ConcurrentHashMap<>();
  private int orders;

  /// Connects to a zygote that runs.
  ///
  /// @param homes the directory of the processes' own directories
  /// @param whenGone run where the zygote ends before it is closed
  public Zygote(Path socket, Path homes, Runnable whenGone) throws IOException {
    this.socket = socket;
    this.homes = homes;
    this.whenGone = whenGone;
    control = connect(Json.object().put("role", "control"));
    Thread.ofPlatform().name("zygote-news").daemon().start(this::readNews);
  }

  /// What a process is called in: its calls and what it prints.
  ///
  /// @param exit its exit code once it has ended; negative for a signal
  record Connections(SocketChannel calls, SocketChannel log, CompletableFuture<Integer> exit) {}

  Connections fork(int slot, ZygoteSettings settings, long memoryLimit) throws IOException {
    String token = UUID.randomUUID().toString();
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    exits.put(token, exit);
    SocketChannel log = connect(Json.object().put("role", "log").put("token", token));
    ObjectNode hello =
        Json.object()
            .put("role", "calls")
            .put("token", token)
            .put("slot", slot)
            .put("memory", memoryLimit)
            .put("timezone", settings.timezone())
            .put("resources", settings.resources().toString())
            .put("packages", settings.packages().toString());
    return new Connections(connect(hello), log, exit);
  }

  /// The directory that only this slot's processes and the service may enter.
  Path home(int slot) {
    return homes.resolve("slot-" + slot);
  }

  /// Kills every process of a slot and waits until that is done.
  void kill(int slot) {
    try {
      killSoon(slot).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.SEVERE, "processes of slot " + slot + " could not be killed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Orders the same without waiting.
  synchronized CompletableFuture<Integer> killSoon(int slot) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    int number = ++orders;
    kills.put(number, done);
    ByteBuffer line = ByteBuffer.wrap((number + " " + slot + "\n").getBytes(UTF_8));
    try {
      while (line.hasRemaining()) {
        control.write(line);
      }
    } catch (IOException e) {
      kills.remove(number);
      done.completeExceptionally(e);
    }
    return done;
  }

  private SocketChannel connect(ObjectNode hello) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    ByteBuffer line = ByteBuffer.wrap((Json.write(hello) + "\n").getBytes(UTF_8));
    while (line.hasRemaining()) {
      channel.write(line);
    }
    return channel;
  }

  private void readNews() {
    try (BufferedReader news =
        new BufferedReader(new InputStreamReader(Channels.newInputStream(control), UTF_8))) {
      for (String line = news.readLine(); line != null; line = news.readLine()) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("K")) {
          complete(kills.remove(Integer.parseInt(words[1])), 0);
        } else {
          complete(exits.remove(words[1]), Integer.parseInt(words[2]));
        }
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "the zygote's news ended", e);
    }
    whenGone.run();
  }

  private static void complete(@Nullable CompletableFuture<Integer> waiting, int value) {
    if (waiting != null) {
      waiting.complete(value);
    }
  }

  /// Removes the directories of the processes.
  @Override
  public void close() throws IOException {
    control.close();
  }

  static void expectSocket(Path socket, Process process) {
    for (int i = 0; i < PATIENCE_SECONDS * 100 && process.isAlive(); i++) {
      if (Files.exists(socket)) {
        return;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw ProblemKind.COMMAND_FAILED.exception(
        "The program that starts function processes did not start",
        "it made no socket at " + socket,
        "Look at the worker's output above for what Python says.");
  }
}

package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.runtime.config.RedisSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/// One connection for many callers: what they ask for at the same time goes out in one write and
/// comes back in one read. A request that fails is never sent again, since Redis may have carried
/// it out; the next one finds a new connection.
final class RedisPipe implements AutoCloseable {
  private static final int MOST_AT_ONCE = 512;

  private record Exchange(
      Command command,
      List<byte[]> arguments,
      @Nullable QueueScript script,
      CompletableFuture<Object> answer) {}

  private final RedisSettings settings;
  private final BlockingQueue<Exchange> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread;
  private @Nullable Connection connection;

  RedisPipe(RedisSettings settings, String name) {
    this.settings = settings;
    thread = Thread.ofPlatform().name(name).daemon().start(this::work);
  }

  /// Runs a script; numbers in the answer are `Long`, strings `byte[]`, lists `List<Object>`.
  CompletableFuture<Object> run(QueueScript script, byte[]... arguments) {
    List<byte[]> whole = new ArrayList<>(arguments.length + 2);
    whole.add(script.digest().getBytes(UTF_8));
    whole.add("0".getBytes(UTF_8));
    whole.addAll(Arrays.asList(arguments));
    return submit(new Exchange(Command.EVALSHA, whole, script, new CompletableFuture<>()));
  }

  CompletableFuture<Object> send(Command command, byte[]... arguments) {
    return submit(new Exchange(command, List.of(arguments), null, new CompletableFuture<>()));
  }

  /// Waits for an answer.
  ///
  /// @throws QueueUnavailableException where there will be none
  static Object await(CompletableFuture<Object> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof QueueUnavailableException unavailable) {
        throw unavailable;
      }
      throw e;
    }
  }

  private CompletableFuture<Object> submit(Exchange exchange) {
    waiting.add(exchange);
    if (closed.get() && waiting.remove(exchange)) {
      exchange.answer.completeExceptionally(unavailable("the queue is closed", null));
    }
    return exchange.answer;
  }

  private void work() {
    List<Exchange> batch = new ArrayList<>();
    try {
      while (!closed.get()) {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_AT_ONCE - 1);
        exchange(batch);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
      waiting.drainTo(batch);
      batch.forEach(
          left -> left.answer.completeExceptionally(unavailable("the queue is closed", null)));
    }
  }

  private void exchange(List<Exchange> batch) {
    try {
      Connection link = connection;
      if (link == null || link.isBroken()) {
        link = RedisConnections.open(settings);
        connection = link;
      }
      for (Exchange each : batch) {
        link.sendCommand(each.command, each.arguments.toArray(byte[][]::new));
      }
      List<Object> answers = link.getMany(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        settle(link, batch.get(i), answers.get(i));
      }
    } catch (JedisException e) {
      disconnect();
      batch.forEach(
          each ->
              each.answer.completeExceptionally(
                  unavailable("Redis cannot be reached: " + e.getMessage(), e)));
    }
  }

  private static void settle(Connection link, Exchange exchange, @Nullable Object answer) {
    Object last = answer;
    QueueScript script = exchange.script;
    if (answer instanceof JedisNoScriptException && script != null) {
      List<byte[]> whole = new ArrayList<>(exchange.arguments);
      whole.set(0, script.source().getBytes(UTF_8));
      link.sendCommand(Command.EVAL, whole.toArray(byte[][]::new));
      last = link.getMany(1).getFirst();
    }
    if (last instanceof JedisDataException refusal) {
      exchange.answer.completeExceptionally(
          unavailable("Redis refuses: " + refusal.getMessage(), refusal));
    } else {
      exchange.answer.complete(last);
    }
  }

  private static QueueUnavailableException unavailable(String message, @Nullable Throwable cause) {
    return new QueueUnavailableException(message, cause);
  }

  private void disconnect() {
    Connection link = connection;
    connection = null;
    if (link != null) {
      RedisConnections.close(link);
    }
  }

  @Override
  public void close() {
    closed.set(true);
    thread.interrupt();
  }
}

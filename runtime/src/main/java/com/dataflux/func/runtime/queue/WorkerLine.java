package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.runtime.config.RedisSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import redis.clients.jedis.Protocol.Command;

/// The queue as one worker sees it: tasks come, results go. What is leased to a worker that dies
/// goes back to its list.
public final class WorkerLine implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkerLine.class.getName());
  private static final long BEAT_MILLIS = 250;
  private static final long PRESENCE_MILLIS = 3000;
  private static final long RETRY_MILLIS = 200;

  /// Settled tasks remembered, so that one which Redis sent twice is not run twice.
  private static final int REMEMBERED = 20_000;

  /// What a worker does with what it hears. Called on the line's threads: it must not block.
  public interface Listener {
    void task(LeasedTask task);

    /// Every task that has not started is to be forgotten: this worker was taken for dead.
    void forgetWaiting();

    /// Published code or the like has changed.
    void changed();
  }

  private final String id = UUID.randomUUID().toString();
  private final byte[] capacity;
  private final byte[] queues;
  private final byte[] host;
  private final Listener listener;
  private final RedisPipe pipe;
  private final RedisEar ear;
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final Set<String> settled =
      Collections.newSetFromMap(Collections.synchronizedMap(new Remembered()));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("worker-clock").daemon().factory());
  private volatile boolean draining;
  private volatile boolean hears;
  private volatile boolean missed;
  private boolean known;

  /// Begins to listen; tasks come as soon as Redis can be reached.
  ///
  /// @param queues in the order in which they are served
  /// @param capacity tasks held at once, running or not
  public WorkerLine(
      RedisSettings settings, String host, List<Integer> queues, int capacity, Listener listener) {
    this.capacity = text(capacity);
    this.queues =
        queues.stream().map(String::valueOf).collect(Collectors.joining(",")).getBytes(UTF_8);
    this.host = host.getBytes(UTF_8);
    this.listener = listener;
    pipe = new RedisPipe(settings, "worker-pipe");
    Reaper reaper = new Reaper(pipe);
    ear = new RedisEar(settings, List.of(QueueKeys.tasks(id), QueueKeys.CHANGES), new Tasks());
    var _ =
        clock.scheduleAtFixedRate(
            reaper::look, Reaper.PERIOD_MILLIS, Reaper.PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    var _ = clock.scheduleAtFixedRate(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  public String id() {
    return id;
  }

  /// Hands in a result, again and again until Redis has it.
  public void settle(LeasedTask task, TaskResult result) {
    Settlement settlement = Settlement.of(task, result);
    settle(
        task,
        new byte[][] {
          task.field().getBytes(UTF_8),
          task.request().id().getBytes(UTF_8),
          task.replyTo().getBytes(UTF_8),
          settlement.flags().getBytes(UTF_8),
          settlement.result(),
          settlement.record(),
          text(settlement.keepSeconds())
        });
  }

  private void settle(LeasedTask task, byte[][] settlement) {
    byte[][] arguments = new byte[3 + settlement.length][];
    claimArguments(arguments);
    System.arraycopy(settlement, 0, arguments, 3, settlement.length);
    var _ =
        pipe.run(QueueScript.SETTLE, arguments)
            .whenComplete(
                (answer, failure) -> {
                  if (failure == null) {
                    settled.add(task.field());
                    held.remove(task.field());
                    claimed(answer);
                  } else if (!clock.isShutdown()) {
                    if (!missed) {
                      LOG.log(Level.WARNING, "results wait for Redis: {0}", failure.getMessage());
                    }
                    missed = true;
                    var _ =
                        clock.schedule(
                            () -> settle(task, settlement), RETRY_MILLIS, TimeUnit.MILLISECONDS);
                  }
                });
  }

  /// Takes no more tasks; those held are still settled.
  public void drain() {
    draining = true;
  }

  /// Tasks held, running or not.
  public int held() {
    return held.size();
  }

  private void claimArguments(byte[][] arguments) {
    arguments[0] = id.getBytes(UTF_8);
    arguments[1] = draining ? text(0) : capacity;
    arguments[2] = queues;
  }

  private void beat() {
    if (!hears) {
      return;
    }
    var _ =
        pipe.run(
                QueueScript.BEAT,
                id.getBytes(UTF_8),
                draining ? text(0) : capacity,
                queues,
                host,
                text(PRESENCE_MILLIS))
            .thenAccept(this::beaten);
    byte[][] arguments = new byte[3][];
    claimArguments(arguments);
    var _ =
        pipe.run(QueueScript.SETTLE, arguments)
            .whenComplete(
                (answer, failure) -> {
                  if (failure != null) {
                    missed = true;
                  } else {
                    claimed(answer);
                    if (missed) {
                      missed = false;
                      reconcile();
                    }
                  }
                });
  }

  /// What the lease holds and this worker does not know was sent while it could not hear.
  private void reconcile() {
    var _ =
        pipe.send(Command.HVALS, QueueKeys.lease(id))
            .thenAccept(
                answer ->
                    new ArrayList<>((List<?>) answer).forEach(task -> arrived((byte[]) task)));
  }

  private void beaten(Object answer) {
    boolean wasKnown = (Long) answer == 1;
    if (known && !wasKnown) {
      LOG.warning("this worker was taken for dead; it begins anew");
      listener.forgetWaiting();
      // A task may have come, and been forgotten, since this worker was made known again.
      missed = true;
    }
    known = true;
  }

  private void claimed(Object answer) {
    List<?> parts = (List<?>) answer;
    for (Object task : parts.subList(1, parts.size())) {
      arrived((byte[]) task);
    }
  }

  private void arrived(byte[] payload) {
    LeasedTask task = RequestWire.read(payload);
    if (!settled.contains(task.field()) && held.add(task.field())) {
      listener.task(task);
    }
  }

  /// Forgets a task without settling it: it is someone else's by now.
  public void forget(LeasedTask task) {
    held.remove(task.field());
  }

  /// Gives back at once what is still held, and leaves.
  @Override
  public void close() {
    clock.shutdownNow();
    new Reaper(pipe).look(id);
    try {
      RedisPipe.await(pipe.send(Command.PING));
    } catch (QueueUnavailableException e) {
      LOG.log(Level.FINE, "Redis has gone before this worker", e);
    }
    ear.close();
    pipe.close();
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }

  private static final class Remembered extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }

  private final class Tasks implements RedisEar.Listener {
    @Override
    public void heard(String channel, byte[] message) {
      if (channel.equals(QueueKeys.CHANGES)) {
        listener.changed();
      } else if (message.length > 0) {
        arrived(message);
      }
    }

    @Override
    public void listening(boolean again) {
      hears = true;
      listener.changed();
      beat();
      reconcile();
    }
  }
}

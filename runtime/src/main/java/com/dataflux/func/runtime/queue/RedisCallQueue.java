package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Protocol.Command;

/// The queue as servers and the scheduler see it, on one Redis.
public final class RedisCallQueue implements CallQueue {
  /// Seconds for which results are kept.
  static final int KEEP_SECONDS = 24 * 3600;

  /// Bytes of records read at once: the scheduler's heap is small, and takes many times as much.
  private static final int MOST_RECORD_BYTES = 1 << 20;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final String serverId = UUID.randomUUID().toString();
  private final RedisPipe pipe;
  private final RedisEar ear;
  private final int mostWaiting;
  private final PendingCalls pending = new PendingCalls();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("queue-clock").daemon().factory());

  private RedisCallQueue(RedisSettings settings, int mostWaiting) {
    this.mostWaiting = mostWaiting;
    pipe = new RedisPipe(settings, "queue-pipe");
    ear = new RedisEar(settings, List.of(QueueKeys.results(serverId)), new Results());
    Reaper reaper = new Reaper(pipe);
    var _ =
        clock.scheduleAtFixedRate(
            reaper::look, Reaper.PERIOD_MILLIS, Reaper.PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    var _ = clock.scheduleAtFixedRate(this::signOfLife, 1, 1, TimeUnit.SECONDS);
  }

  /// Connects in the background; until then calls fail.
  ///
  /// @param mostWaiting tasks that may wait in one queue
  public static RedisCallQueue open(RedisSettings settings, int mostWaiting) {
    return new RedisCallQueue(settings, mostWaiting);
  }

  @Override
  public CallOutcome call(TaskRequest request, Duration patience) {
    long begin = System.nanoTime();
    if (!ear.awaitReady(patience)) {
      throw new QueueUnavailableException("Redis cannot be reached", null);
    }
    CompletableFuture<TaskResult> answer = pending.expect(request.id());
    try {
      if (!submit(request, serverId)) {
        pending.forget(request.id());
        return new CallOutcome.Full(request.queue(), RETRY_AFTER);
      }
    } catch (QueueUnavailableException e) {
      pending.forget(request.id());
      throw e;
    }
    Duration left = patience.minusNanos(System.nanoTime() - begin);
    return PendingCalls.await(answer, left)
        .<CallOutcome>map(CallOutcome.Answered::new)
        .orElseGet(() -> new CallOutcome.StillRunning(request.id()));
  }

  @Override
  public Submission enqueue(TaskRequest request) {
    return submit(request, "")
        ? new Submission.Accepted(request.id())
        : new Submission.Full(request.queue(), RETRY_AFTER);
  }

  private boolean submit(TaskRequest request, String replyTo) {
    return number(
            pipe.run(
                QueueScript.ENQUEUE,
                text(request.queue()),
                text(mostWaiting),
                RequestWire.write(request, replyTo),
                (request.id() + ":1").getBytes(UTF_8)))
        > 0;
  }

  @Override
  public Optional<TaskResult> result(String taskId) {
    return Optional.ofNullable(RedisPipe.await(pipe.send(Command.GET, QueueKeys.result(taskId))))
        .map(text -> ResultWire.read((byte[]) text));
  }

  @Override
  public List<Long> lengths() {
    List<CompletableFuture<Object>> answers = new ArrayList<>();
    for (int queue = 0; queue < TaskRequest.QUEUES; queue++) {
      answers.add(pipe.send(Command.LLEN, QueueKeys.list(queue)));
    }
    return answers.stream().map(RedisCallQueue::number).toList();
  }

  @Override
  public long clear(int queue) {
    return number(pipe.run(QueueScript.CLEAR, text(queue), text(KEEP_SECONDS)));
  }

  @Override
  public List<DeadLetter> deadLetters(int most) {
    return range(QueueKeys.DEAD_LETTERS, most).stream().map(RedisCallQueue::deadLetter).toList();
  }

  @Override
  public long deadLetterCount() {
    return number(pipe.send(Command.LLEN, QueueKeys.DEAD_LETTERS));
  }

  private static DeadLetter deadLetter(byte[] letter) {
    String[] parts = new String(letter, UTF_8).split("\n", 2);
    JsonNode head = Json.read(parts[0]);
    String reason = head.path("reason").asText();
    int queue = head.path("queue").asInt();
    try {
      LeasedTask task = RequestWire.read(parts[1].getBytes(UTF_8));
      TaskRequest request = task.request();
      return new DeadLetter(
          request.id(),
          request.work().subject(),
          queue,
          task.attempt(),
          reason,
          request.triggerTime(),
          parts[1]);
    } catch (IllegalArgumentException e) {
      return new DeadLetter("", "", queue, 0, reason, Instant.EPOCH, parts[1]);
    }
  }

  @Override
  public boolean requeue(String taskId) {
    return number(pipe.run(QueueScript.REQUEUE, taskId.getBytes(UTF_8))) > 0;
  }

  @Override
  public boolean discard(String taskId) {
    return number(pipe.run(QueueScript.DISCARD, taskId.getBytes(UTF_8))) > 0;
  }

  @Override
  public List<SettledTask> records(int most) {
    Object records =
        RedisPipe.await(pipe.run(QueueScript.RECORDS, text(most), text(MOST_RECORD_BYTES)));
    return bytes(records).stream().map(RedisCallQueue::settled).toList();
  }

  private static SettledTask settled(byte[] record) {
    int task = TwoLines.end(record, TwoLines.end(record, 0) + 1);
    return new SettledTask(
        RequestWire.read(record, task).request(), ResultWire.read(record, task + 1));
  }

  @Override
  public void dropRecords(List<SettledTask> oldest) {
    String first = oldest.getFirst().request().id();
    RedisPipe.await(pipe.run(QueueScript.DROP, text(oldest.size()), first.getBytes(UTF_8)));
  }

  @Override
  public List<MinuteOfCalls> lastHour() {
    return MinuteOfCalls.read(bytes(RedisPipe.await(pipe.send(Command.HGETALL, QueueKeys.CALLS))));
  }

  @Override
  public List<WorkerPresence> workers() {
    List<byte[]> fields = bytes(RedisPipe.await(pipe.send(Command.HGETALL, QueueKeys.WORKERS)));
    List<WorkerPresence> workers = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 2) {
      String id = new String(fields.get(i), UTF_8);
      String[] about = new String(fields.get(i + 1), UTF_8).split(" ", 2);
      List<Integer> queues = Arrays.stream(about[0].split(",")).map(Integer::valueOf).toList();
      long leased = number(pipe.send(Command.HLEN, QueueKeys.lease(id)));
      workers.add(new WorkerPresence(id, about[1], queues, leased));
    }
    return workers;
  }

  @Override
  public void announceChange() {
    RedisPipe.await(
        pipe.send(Command.PUBLISH, QueueKeys.CHANGES.getBytes(UTF_8), "changed".getBytes(UTF_8)));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    ear.close();
    pipe.close();
  }

  private void signOfLife() {
    var _ = pipe.send(Command.PUBLISH, QueueKeys.results(serverId).getBytes(UTF_8), new byte[0]);
  }

  private List<byte[]> range(byte[] key, int most) {
    return bytes(RedisPipe.await(pipe.send(Command.LRANGE, key, text(0), text(most - 1L))));
  }

  private static List<byte[]> bytes(Object answer) {
    return ((List<?>) answer).stream().map(each -> (byte[]) each).toList();
  }

  private static long number(CompletableFuture<Object> answer) {
    return (Long) RedisPipe.await(answer);
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }

  private final class Results implements RedisEar.Listener {
    @Override
    public void heard(String channel, byte[] message) {
      if (message.length > 0 && message[0] != '{') {
        fetch(new String(message, UTF_8));
      } else if (message.length > 0 && !pending.deliver(ResultWire.read(message))) {
        keep(message);
      }
    }

    /// A result too large for a message is kept under its id, which is the message.
    private void fetch(String id) {
      var _ =
          pipe.send(Command.GET, QueueKeys.result(id))
              .thenAccept(
                  kept -> {
                    if (kept instanceof byte[] text) {
                      deliver(id, text);
                    }
                  });
    }

    /// One whose caller has gone stays for those who ask for it later.
    private void deliver(String id, byte[] kept) {
      if (!pending.deliver(ResultWire.read(kept))) {
        long seconds = Settlement.keepSeconds(kept.length);
        var _ = pipe.send(Command.EXPIRE, QueueKeys.result(id), text(seconds));
      }
    }

    private void keep(byte[] message) {
      var _ =
          pipe.send(
              Command.SETEX,
              QueueKeys.result(ResultWire.read(message).id()),
              text(Settlement.keepSeconds(message.length)),
              message);
    }

    /// Results sent while nobody listened are kept under their ids. A call without one may still
    /// run: should its worker be dead, the reaper says so.
    @Override
    public void listening(boolean again) {
      if (again) {
        pending.awaited().forEach(this::fetch);
      }
    }
  }
}

package com.dataflux.func.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.queue.DeadLetter;
import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.QueueUnavailableException;
import com.dataflux.func.runtime.queue.RedisCallQueue;
import com.dataflux.func.runtime.queue.SettledTask;
import com.dataflux.func.runtime.queue.Submission;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Workers, Python processes and Redis killed at random moments under asynchronous load. More kills
/// than CI's: `-Dstorm.kills=200`.
class KillStormIT {
  private static final Duration RECOVERY = Duration.ofSeconds(40);
  private final Random random = new Random(7);
  private int started;

  @Test
  void settlesEveryAcceptedCallOnceWhateverIsKilled() throws Exception {
    int kills = Integer.getInteger("storm.kills", 12);
    Path directory = Files.createTempDirectory("storm-");
    try (RedisServer server = RedisServer.start();
        RedisCallQueue queue =
            RedisCallQueue.open(
                new RedisSettings(server.host(), server.port(), 5, server.password()), 100_000)) {
      Process[] workers = {start(server, directory), start(server, directory)};
      Set<String> accepted = ConcurrentHashMap.newKeySet();
      AtomicBoolean going = new AtomicBoolean(true);
      Thread load = Thread.ofPlatform().start(() -> load(queue, accepted, going));
      int[] counts = new int[3];
      for (int i = 0; i < kills; i++) {
        Thread.sleep(500 + random.nextInt(1500));
        int what = random.nextInt(3);
        counts[what]++;
        kill(what, workers, server, directory);
      }
      going.set(false);
      load.join();
      Map<String, Integer> settled = settled(queue, accepted);
      Set<String> dead = new HashSet<>();
      queue.deadLetters(100_000).stream().map(DeadLetter::taskId).forEach(dead::add);
      long twice = settled.values().stream().filter(count -> count > 1).count();
      long lost =
          accepted.stream().filter(id -> !settled.containsKey(id) && !dead.contains(id)).count();
      System.out.printf(
          "%d kills of workers, %d of Python processes, %d of Redis: %d accepted, %d settled,"
              + " %d dead letters, %d settled twice, %d lost%n",
          counts[0],
          counts[1],
          counts[2],
          accepted.size(),
          settled.size(),
          dead.size(),
          twice,
          lost);
      for (Process worker : workers) {
        worker.destroyForcibly().waitFor();
      }
      assertThat(accepted).isNotEmpty();
      assertThat(twice).isZero();
      assertThat(lost).isZero();
    }
  }

  private void kill(int what, Process[] workers, RedisServer server, Path directory)
      throws IOException, InterruptedException {
    int which = random.nextInt(workers.length);
    switch (what) {
      case 0 -> {
        workers[which].destroyForcibly().waitFor();
        workers[which] = start(server, directory);
      }
      case 1 ->
          workers[which]
              .descendants()
              .filter(process -> FunctionStage.user(process) >= 42_000)
              .findAny()
              .ifPresent(ProcessHandle::destroyForcibly);
      default -> server.killAndRestart();
    }
  }

  private Process start(RedisServer server, Path directory) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dproject.root=" + System.getProperty("project.root"),
                "-cp",
                System.getProperty("java.class.path"),
                StormWorker.class.getName(),
                Integer.toString(server.port()),
                server.password().reveal(),
                directory.toString(),
                Integer.toString(42_000 + 10 * started++)))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("worker.log").toFile())
        .start();
  }

  private static void load(RedisCallQueue queue, Set<String> accepted, AtomicBoolean going) {
    for (int i = 0; going.get(); i++) {
      TaskRequest request =
          TaskRequest.published(
              "storm__a.f",
              Json.object().put("i", i),
              2,
              Duration.ofSeconds(10),
              Origin.of("direct", ""));
      try {
        if (queue.enqueue(request) instanceof Submission.Accepted taken) {
          accepted.add(taken.taskId());
        }
        Thread.sleep(5);
      } catch (QueueUnavailableException e) {
        // Not accepted, or not known to be: not promised.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// Times that each task was settled, once everything is or time is up.
  private static Map<String, Integer> settled(RedisCallQueue queue, Set<String> accepted)
      throws InterruptedException {
    long end = System.nanoTime() + RECOVERY.toNanos();
    Map<String, Integer> counts = new HashMap<>();
    while (System.nanoTime() < end) {
      counts.clear();
      for (SettledTask record : queue.records(100_000)) {
        counts.merge(record.request().id(), 1, Integer::sum);
      }
      if (counts.keySet().containsAll(accepted)) {
        break;
      }
      Thread.sleep(500);
    }
    return counts;
  }
}

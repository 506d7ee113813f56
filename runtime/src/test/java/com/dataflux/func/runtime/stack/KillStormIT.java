package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.MySqlVersion;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `kill -9` of everything at random moments under a load of asynchronous calls. More kills than by
/// default: `-Dstorm.kills=200`.
class KillStormIT implements OnStack {
  private static final int KILLS = Integer.getInteger("storm.kills", 12);
  private static final Duration RECOVERY = Duration.ofSeconds(10);
  private static final int FUNCTION_USERS = 50_000;
  private static final String CODE =
      "import time\n@DFF.API('f')\ndef f(i):\n    time.sleep(0.002)\n    return i\n";

  private enum Victim {
    WORKER,
    PYTHON_PROCESS,
    SERVER,
    BEAT,
    REDIS,
    MYSQL
  }

  private final Random random = new Random(7);
  private final RunningStack stack = RunningStack.start(MySqlVersion.V9_7);

  @Override
  public RunningStack stack() {
    return stack;
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void settlesEveryAcceptedCallOnceWhateverIsKilled() throws Exception {
    try (stack) {
      String function = publish("storm", CODE) + ".f";
      admin()
          .change(
              "/api/v1/batches/do/add", "{'id': 'bat-storm', 'funcId': '%s'}".formatted(function))
          .ok();
      Set<String> accepted = ConcurrentHashMap.newKeySet();
      AtomicBoolean going = new AtomicBoolean(true);
      Thread load = Thread.ofPlatform().start(() -> load(accepted, going));
      Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
      Duration longest = Duration.ZERO;
      for (int i = 0; i < KILLS; i++) {
        Thread.sleep(random.nextInt(1000));
        Victim victim = i < Victim.values().length ? Victim.values()[i] : any();
        kills.merge(victim, 1, Integer::sum);
        kill(victim);
        Duration recovery = recovery();
        longest = recovery.compareTo(longest) > 0 ? recovery : longest;
      }
      going.set(false);
      load.join();
      Set<String> lost = unsettled(accepted);
      long twice = settledTwice();
      System.out.printf(
          "kills: %s; %d calls accepted, %d given up, %d lost, %d settled twice; longest recovery"
              + " %d ms%n",
          kills, accepted.size(), deadLetters().size(), lost.size(), twice, longest.toMillis());
      assertThat(accepted).hasSizeGreaterThan(KILLS);
      assertThat(lost).isEmpty();
      assertThat(twice).isZero();
      assertThat(longest).isLessThan(RECOVERY);
    }
  }

  private Victim any() {
    return Victim.values()[random.nextInt(Victim.values().length)];
  }

  private void kill(Victim victim) {
    switch (victim) {
      case WORKER -> stack.worker.killAndStart();
      case PYTHON_PROCESS ->
          stack.worker.processes().stream()
              .filter(process -> user(process) >= FUNCTION_USERS)
              .findAny()
              .ifPresent(ProcessHandle::destroyForcibly);
      case SERVER -> stack.server.killAndStart();
      case BEAT -> stack.beat.killAndStart();
      case REDIS -> stack.redis.killAndRestart();
      case MYSQL -> stack.mysql.killAndRestart();
    }
  }

  private static int user(ProcessHandle process) {
    try {
      return (int) Files.getAttribute(Path.of("/proc/" + process.pid()), "unix:uid");
    } catch (IOException e) {
      return -1;
    }
  }

  /// How long it takes until a caller is served again.
  private Duration recovery() {
    long begin = System.nanoTime();
    stack.awaitWorker();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private void load(Set<String> accepted, AtomicBoolean going) {
    for (int i = 0; going.get(); i++) {
      try {
        Reply reply = visitor().get("/api/v1/bat/bat-storm/simplified?i=" + i);
        if (reply.status() == 200) {
          accepted.add(reply.data().path("id").asText());
        }
        Thread.sleep(5);
      } catch (UncheckedIOException e) {
        // Not accepted, or not known to be: not promised.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// Accepted calls that have neither a record nor a dead letter, once no more come.
  private Set<String> unsettled(Set<String> accepted) {
    Set<String> left = new HashSet<>(accepted);
    try {
      Awaitility.waitAtMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> remove(left).isEmpty());
    } catch (ConditionTimeoutException e) {
      System.out.println("not settled in two minutes: " + left);
    }
    return left;
  }

  private Set<String> remove(Set<String> settled) {
    settled.removeAll(deadLetters());
    stack.mysql.query("SELECT id FROM dataflux_func.task_records").lines().forEach(settled::remove);
    return settled;
  }

  private Set<String> deadLetters() {
    Set<String> ids = new HashSet<>();
    for (JsonNode letter : admin().get("/api/v1/dead-letters/do/list").ok().data().path("items")) {
      ids.add(letter.path("id").asText());
    }
    return ids;
  }

  private long settledTwice() throws IOException {
    try (var lines = Files.lines(stack.data().resolve("logs/dataflux-func.log"))) {
      return lines.filter(line -> line.contains("settled twice")).count();
    }
  }
}

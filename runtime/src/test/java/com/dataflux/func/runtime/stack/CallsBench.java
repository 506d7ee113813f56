package com.dataflux.func.runtime.stack;

import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.MySqlVersion;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Calls measured, beside Celery on the same Redis. Not one of the tests: `bench/run` starts it.
class CallsBench implements OnStack {
  private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
  private static final Path BENCH = Path.of(System.getProperty("project.root"), "bench");
  private static final List<String> STUBBORN =
      List.of("sleeps", "loops_in_c", "ignores_sigterm", "hangs_in_a_thread");
  private static final int KILLS = 50;
  private static final int AT_ONCE = 5;
  private static final String CODE =
      """
      import re, signal, threading, time

      @DFF.API('empty')
      def empty():
          return None

      @DFF.API('echo')
      def echo(text):
          return text

      @DFF.API('sleeps', timeout=1)
      def sleeps():
          time.sleep(60)

      @DFF.API('loops in C', timeout=1)
      def loops_in_c():
          re.match('(a+)+$', 'a' * 40 + 'b')

      @DFF.API('ignores SIGTERM', timeout=1)
      def ignores_sigterm():
          signal.signal(signal.SIGTERM, signal.SIG_IGN)
          time.sleep(60)

      @DFF.API('hangs in a thread', timeout=1)
      def hangs_in_a_thread():
          thread = threading.Thread(target=time.sleep, args=(60,))
          thread.start()
          thread.join()
      """;

  private final RunningStack stack =
      RunningStack.start(MySqlVersion.V9_7, "_WORKER_QUEUE_LIMIT: 1000000");

  @Override
  public RunningStack stack() {
    return stack;
  }

  @Test
  void measure() throws Exception {
    try (stack) {
      String id = publish("bench", CODE);
      String empty = visitor().server() + link(id + ".empty", "{}");
      System.out.println("| memory, MB | mysql | redis | server | worker | beat | all |");
      System.out.println("|---|---|---|---|---|---|---|");
      System.out.println(Memory.row("idle", stack));
      Wrk.run(16, SECONDS, empty);
      List<Wrk.Load> own = new ArrayList<>();
      for (int connections : new int[] {1, 16, 64}) {
        own.add(Wrk.run(connections, SECONDS, empty));
      }
      System.out.println(Memory.row("under load", stack));
      System.out.println("\n| calls | a second | p50 ms | p99 ms | failed |");
      System.out.println("|---|---|---|---|---|");
      own.forEach(load -> System.out.println(load.line("empty")));
      String echo = visitor().server() + link(id + ".echo", "{}");
      System.out.println(payload(echo, 1 << 10).line("1 kB"));
      System.out.println(payload(echo, 1 << 20).line("1 MB"));
      double batches = batches(id);
      System.out.printf("| batches | %.0f | | | |%n", batches);
      celery();
      System.out.printf("%nfirst call of new code: %d ms (median of 10)%n", firstCalls());
      kills(id);
    }
  }

  private Wrk.Load payload(String url, int bytes) throws IOException, InterruptedException {
    Path script = stack.directory().resolve("post.lua");
    Files.writeString(
        script,
        """
        wrk.method = 'POST'
        wrk.headers['Content-Type'] = 'application/json'
        wrk.body = '{"kwargs": {"text": "' .. string.rep('x', %d) .. '"}}'
        """
            .formatted(bytes));
    return Wrk.run(4, SECONDS, url, "-s", script.toString());
  }

  /// Batches a second, from the first accepted to the last settled.
  private double batches(String id) throws IOException, InterruptedException {
    admin()
        .change("/api/v1/batches/do/add", "{'id': 'bat-bench', 'funcId': '%s.empty'}".formatted(id))
        .ok();
    long begin = System.nanoTime();
    Wrk.Load load = Wrk.run(16, SECONDS, visitor().server() + "/api/v1/bat/bat-bench");
    Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> waiting() == 0);
    return (load.answers() - load.failed()) / ((System.nanoTime() - begin) / 1e9);
  }

  private int waiting() {
    JsonNode overview = admin().get("/api/v1/monitor/do/overview").ok().data();
    int waiting = overview.path("workers").path(0).path("leased").asInt();
    for (JsonNode queue : overview.path("queues")) {
      waiting += queue.path("length").asInt();
    }
    return waiting;
  }

  private long firstCalls() {
    List<Long> costs = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String id = publish("fresh", "@DFF.API('f')\ndef f():\n    return %d\n".formatted(i));
      long begin = System.nanoTime();
      while (call(id + ".f", "{}").ok().result().asInt() != i) {
        Thread.onSpinWait();
      }
      costs.add((System.nanoTime() - begin) / 1_000_000);
    }
    Collections.sort(costs);
    return costs.get(costs.size() / 2);
  }

  /// Milliseconds past the limit of 1 s, by what the function does; as many at once as a worker
  /// runs.
  private void kills(String id) throws InterruptedException {
    System.out.println("\n| killed past a limit of 1 s | calls | median, ms late | latest, ms |");
    System.out.println("|---|---|---|---|");
    for (String name : STUBBORN) {
      String link = link(id + "." + name, "{}");
      List<Long> late = Collections.synchronizedList(new ArrayList<>());
      for (int round = 0; round < KILLS / AT_ONCE; round++) {
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < AT_ONCE; caller++) {
          callers.add(Thread.ofVirtual().start(() -> late.add(lateness(link))));
        }
        for (Thread caller : callers) {
          caller.join();
        }
      }
      Collections.sort(late);
      System.out.printf(
          "| %s | %d | %d | %d |%n", name, late.size(), late.get(late.size() / 2), late.getLast());
    }
  }

  private long lateness(String link) {
    Reply reply = visitor().get(link).refused("EFuncTimeout", "599.31");
    return reply.json().path("reqCost").asLong() - 1000;
  }

  private void celery() throws IOException {
    String broker =
        "redis://:%s@%s:%d/1"
            .formatted(stack.redis.password().reveal(), stack.redis.host(), stack.redis.port());
    Process worker = peer(broker, "-m", "celery", "-A", "celery_peer", "worker", "-c5", "-lERROR");
    try (BufferedReader lines =
        peer(broker, "celery_peer.py", Integer.toString(SECONDS)).inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode found = Json.read(line);
        System.out.printf(
            "| Celery, %s | %.0f | %.2f | %.2f | |%n",
            found.has("connections")
                ? found.path("connections").asInt() + " at once"
                : "asynchronous",
            found.path("perSecond").asDouble(),
            found.path("p50").asDouble(),
            found.path("p99").asDouble());
      }
    } finally {
      worker.destroy();
      worker.onExit().join();
    }
  }

  private static Process peer(String broker, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(BENCH.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("BROKER", broker);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    return builder.start();
  }
}

package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.queue.CallOutcome;
import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.RedisCallQueue;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.testbed.RedisServer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// A real Redis, a worker with real Python processes, and scripts that tests write.
final class FunctionStage implements AutoCloseable {
  private static final int UID_BASE = 41_000;

  final RedisServer server = RedisServer.start();
  final RedisSettings redis =
      new RedisSettings(server.host(), server.port(), "", server.password(), 5);
  final RedisCallQueue queue = RedisCallQueue.open(redis, 5000);
  final Path directory;
  final Map<String, String> scripts = new ConcurrentHashMap<>();
  private final OwnZygote zygote;
  private final Worker worker;

  FunctionStage(int concurrency) throws IOException {
    directory = Files.createTempDirectory("stage-");
    Files.createDirectories(directory.resolve("uploads"));
    ZygoteSettings settings = settings(directory, UID_BASE);
    zygote = OwnZygote.start(settings);
    WorkerPlan plan = plan(directory, concurrency);
    worker = new Worker(redis, "stage", plan, settings, zygote.zygote(), source(), desk());
  }

  static WorkerPlan plan(Path directory, int concurrency) {
    return new WorkerPlan(
        List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
        concurrency,
        10,
        3000,
        1L << 30,
        directory.resolve("uploads"),
        Duration.ofHours(1));
  }

  static ZygoteSettings settings(Path directory, int uidBase) {
    return new ZygoteSettings(
        "/usr/bin/python3",
        Path.of(System.getProperty("project.root"), "runtime/python/zygote.py"),
        OptionalInt.of(uidBase),
        directory,
        directory,
        "Asia/Shanghai");
  }

  private ScriptSource source() {
    return new ScriptSource() {
      @Override
      public Optional<String> published(String scriptId) {
        return Optional.ofNullable(scripts.get(scriptId));
      }

      @Override
      public Optional<String> draft(String scriptId) {
        return published(scriptId + "!");
      }
    };
  }

  private static Desk desk() {
    return (task, what, arguments) -> {
      throw new IllegalArgumentException("there is no " + what);
    };
  }

  /// The user that a process runs as; -1 where it has ended.
  static int user(ProcessHandle process) {
    try {
      return (int) Files.getAttribute(Path.of("/proc/" + process.pid()), "unix:uid");
    } catch (IOException e) {
      return -1;
    }
  }

  /// Publishes a script.
  void publish(String scriptId, String code) {
    scripts.put(scriptId, code);
    queue.announceChange();
  }

  TaskResult call(String funcId) {
    return call(funcId, Json.object(), Duration.ofSeconds(30));
  }

  TaskResult call(String funcId, ObjectNode kwargs, Duration limit) {
    TaskRequest request = TaskRequest.published(funcId, kwargs, 1, limit, Origin.of("direct", ""));
    return switch (queue.call(request, Duration.ofSeconds(60))) {
      case CallOutcome.Answered answered -> answered.result();
      case CallOutcome.StillRunning running -> throw new AssertionError(running.toString());
      case CallOutcome.Full full -> throw new AssertionError(full.toString());
    };
  }

  @Override
  public void close() throws IOException {
    worker.close();
    zygote.close();
    queue.close();
    server.close();
  }
}

package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import com.dataflux.func.runtime.queue.TaskResult;
import com.dataflux.func.runtime.queue.TaskStatus;
import com.dataflux.func.runtime.queue.WorkerLine;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.RawJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One place for calls, with a process of its own that is replaced when it is spent. Runs on its
/// own thread.
final class Slot {
  private static final Logger LOG = Logger.getLogger(Slot.class.getName());
  private static final long RETRY_MILLIS = 200;

  private final int number;
  private final Workshop shop;
  private @Nullable FunctionProcess process;
  private boolean retireSoon;

  Slot(int number, Workshop shop) {
    this.number = number;
    this.shop = shop;
  }

  void work(Waiting waiting, WorkerLine line) {
    try {
      readyProcess();
      for (LeasedTask task = waiting.take(); task != null; task = waiting.take()) {
        line.settle(task, run(task));
        replaceSpent();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      retire();
    }
  }

  private TaskResult run(LeasedTask task) throws InterruptedException {
    Instant start = Instant.now();
    long begin = System.nanoTime();
    FunctionProcess running = readyProcess();
    running.countCall();
    Deadline deadline = new Deadline();
    Duration limit = shop.limit(task);
    deadline.setAlarm(
        shop.clock()
            .schedule(
                () -> {
                  if (deadline.pass()) {
                    var _ = shop.zygote().killSoon(number);
                  }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS));
    try {
      FunctionProcess.Frame last = converse(running, task);
      if (deadline.end()) {
        JsonNode head = last.line();
        boolean spent =
            head.path("retire").asBoolean() || running.served() >= shop.plan().callsPerProcess();
        TaskResult result =
            CallResults.of(task, head, last.rest(), running.takeLog(), start, millisSince(begin));
        if (spent) {
          retireSoon = true;
        }
        return result;
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.FINE, "the process of a call ended", e);
      if (deadline.end()) {
        return crashed(task, running, start, begin);
      }
    }
    List<String> log = running.takeLog();
    retireSoon = true;
    return CallResults.failed(
        task, TaskStatus.TIMEOUT, TaskResult.TIMEOUT_EINFO, log, start, millisSince(begin));
  }

  /// Once the caller has its answer: ending what a process has started takes time.
  private void replaceSpent() throws InterruptedException {
    if (retireSoon) {
      retireSoon = false;
      retire();
    }
    readyProcess();
  }

  private TaskResult crashed(LeasedTask task, FunctionProcess running, Instant start, long begin) {
    List<String> log = running.takeLog();
    int code = running.exitCode();
    retireSoon = true;
    String how =
        code < 0
            ? "FunctionProcessCrashed: the function's process was ended by signal %d (%s)"
                .formatted(-code, signalName(-code))
            : "FunctionProcessCrashed: the function's process ended with exit code %d"
                .formatted(code);
    return CallResults.failed(task, TaskStatus.FAILED, how, log, start, millisSince(begin));
  }

  private static String signalName(int signal) {
    return switch (signal) {
      case 4 -> "SIGILL";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 11 -> "SIGSEGV";
      case 15 -> "SIGTERM";
      case 25 -> "SIGXFSZ";
      default -> "signal " + signal;
    };
  }

  /// Gives the process its call and answers what it asks until it has a result.
  private FunctionProcess.Frame converse(FunctionProcess running, LeasedTask task)
      throws IOException {
    LeasedTask given = shop.uploads().handOver(task, shop.zygote().home(number));
    running.write("{\"generation\":" + shop.scripts().generation() + "}", given.payload());
    while (true) {
      FunctionProcess.Frame frame = running.read();
      String what = frame.line().path("ask").asText("");
      if (!what.isEmpty()) {
        answer(running, task, what, frame.rest());
      } else if (frame.rest().isWhole()) {
        return frame;
      } else {
        throw new IOException("a result that is not JSON");
      }
    }
  }

  private void answer(FunctionProcess running, LeasedTask task, String what, RawJson given)
      throws IOException {
    String line = "{}";
    RawJson rest = RawJson.NULL;
    try {
      JsonNode arguments = given.tree();
      JsonNode answer =
          switch (what) {
            case "script" -> text(shop.scripts().published(arguments.path(0).asText()));
            case "draft" -> text(shop.scripts().draft(arguments.path(0).asText()));
            default -> shop.desk().answer(task, what, arguments);
          };
      rest = RawJson.of(answer);
    } catch (Exception e) {
      LOG.log(Level.FINE, what + " was not answered", e);
      String message = e.getMessage();
      line = Json.write(Json.object().put("error", message == null ? e.toString() : message));
    }
    running.write(line, rest.bytes());
  }

  private static JsonNode text(Optional<String> code) {
    return code.<JsonNode>map(Json.object()::textNode).orElseGet(Json.object()::nullNode);
  }

  private FunctionProcess readyProcess() throws InterruptedException {
    while (true) {
      FunctionProcess ready = process;
      if (ready != null) {
        return ready;
      }
      try {
        process = newProcess();
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.SEVERE, "a function process could not be started", e);
        Thread.sleep(RETRY_MILLIS);
      }
    }
  }

  private FunctionProcess newProcess() throws IOException {
    FunctionProcess begun =
        new FunctionProcess(
            shop.zygote().fork(number, shop.settings(), shop.plan().memoryLimit()), shop.logs());
    try {
      begun.awaitReady();
      return begun;
    } catch (IOException | RuntimeException e) {
      process = begun;
      boolean isInterrupted = Thread.currentThread().isInterrupted();
      retire();
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
      throw e;
    }
  }

  /// Ends the process with everything it started.
  private void retire() {
    FunctionProcess old = process;
    process = null;
    // An interrupt would close the connection to the zygote, which is everyone's.
    var _ = Thread.interrupted();
    if (old != null) {
      shop.zygote().kill(number);
      old.close();
    }
  }

  private static long millisSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }
}

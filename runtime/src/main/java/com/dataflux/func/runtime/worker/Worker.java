package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.config.RedisSettings;
import com.dataflux.func.runtime.queue.LeasedTask;
import com.dataflux.func.runtime.queue.WorkerLine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Takes tasks from its queues and runs them in its function processes.
public final class Worker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Worker.class.getName());

  private final Waiting waiting = new Waiting();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("call-limits").daemon().factory());
  private final List<Thread> threads = new ArrayList<>();
  private final LogReader logs;
  private final WorkerLine line;

  /// Begins to serve; tasks come as soon as Redis can be reached.
  ///
  /// @param host the name by which this worker is listed
  public Worker(
      RedisSettings redis,
      String host,
      WorkerPlan plan,
      ZygoteSettings settings,
      Zygote zygote,
      ScriptSource scripts,
      Desk desk)
      throws IOException {
    ScriptShelf shelf = new ScriptShelf(scripts);
    logs = new LogReader();
    Workshop shop =
        new Workshop(plan, settings, zygote, logs, shelf, desk, new Uploads(plan.uploads()), clock);
    line = new WorkerLine(redis, host, plan.queues(), plan.capacity(), new Hands(shelf));
    for (int number = 0; number < plan.concurrency(); number++) {
      Slot slot = new Slot(number, shop);
      threads.add(Thread.ofPlatform().name("slot-" + number).start(() -> slot.work(waiting, line)));
    }
  }

  /// Takes no more tasks and waits for those it holds; what is left then goes back to its list when
  /// this worker closes.
  public void drain(Duration patience) {
    line.drain();
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (line.held() > 0 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends at once; what is leased goes back to its list.
  @Override
  public void close() {
    line.close();
    waiting.close();
    clock.shutdownNow();
    try {
      for (Thread thread : threads) {
        if (!thread.join(Duration.ofMillis(300))) {
          thread.interrupt();
        }
      }
      for (Thread thread : threads) {
        var _ = thread.join(Duration.ofSeconds(5));
      }
      logs.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(Level.FINE, "the reader of logs could not be closed", e);
    }
  }

  private final class Hands implements WorkerLine.Listener {
    private final ScriptShelf shelf;

    Hands(ScriptShelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public void task(LeasedTask task) {
      waiting.add(task);
    }

    @Override
    public void forgetWaiting() {
      waiting.clear().forEach(line::forget);
    }

    @Override
    public void changed() {
      shelf.changed();
    }
  }
}

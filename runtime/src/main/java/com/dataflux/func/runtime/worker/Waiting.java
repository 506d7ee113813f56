package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Tasks that a worker holds and has not started: the most urgent queue first, and in order within
/// one.
final class Waiting {
  private record Place(int rank, long number, LeasedTask task) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return rank != other.rank
          ? Integer.compare(rank, other.rank)
          : Long.compare(number, other.number);
    }
  }

  // Not a monitor: waiting on one costs several times as much.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Place> places = new PriorityQueue<>();
  private long number;
  private boolean closed;

  void add(LeasedTask task) {
    lock.lock();
    try {
      places.add(new Place(WorkerPlan.rank(task.request().queue()), number++, task));
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Waits for a task; null once closed.
  @Nullable LeasedTask take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (places.isEmpty() && !closed) {
        changed.await();
      }
      Place first = closed ? null : places.poll();
      return first == null ? null : first.task;
    } finally {
      lock.unlock();
    }
  }

  List<LeasedTask> clear() {
    lock.lock();
    try {
      List<LeasedTask> tasks = places.stream().map(Place::task).toList();
      places.clear();
      return tasks;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import java.util.List;
import java.util.PriorityQueue;
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

  private final PriorityQueue<Place> places = new PriorityQueue<>();
  private long number;
  private boolean closed;

  synchronized void add(LeasedTask task) {
    places.add(new Place(WorkerPlan.rank(task.request().queue()), number++, task));
    notify();
  }

  /// Waits for a task; null once closed.
  synchronized @Nullable LeasedTask take() throws InterruptedException {
    while (places.isEmpty() && !closed) {
      wait();
    }
    Place first = closed ? null : places.poll();
    return first == null ? null : first.task;
  }

  synchronized List<LeasedTask> clear() {
    List<LeasedTask> tasks = places.stream().map(Place::task).toList();
    places.clear();
    return tasks;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}

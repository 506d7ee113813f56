package com.dataflux.func.runtime.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where calls wait for workers. Every method throws [QueueUnavailableException] while Redis cannot
/// be reached.
public interface CallQueue extends AutoCloseable {

  /// Puts a call in its queue and waits for its result. The call is run once at most; where its
  /// worker dies the answer is a result of status [TaskStatus#WORKER_LOST], at once.
  ///
  /// @param patience how long to wait; the call goes on after that, and its result is kept under
  ///   its id
  CallOutcome call(TaskRequest request, Duration patience);

  /// Puts a call in its queue and comes back. The call is run once at least: it is tried again when
  /// its worker dies, [TaskRequest#MOST_ATTEMPTS] times in all, and then is a dead letter.
  Submission enqueue(TaskRequest request);

  /// The kept result of a call: of every call without a waiting caller, and of one whose caller was
  /// not patient enough. Kept for a day, over 1 MiB for an hour; of what the timetable started only
  /// how it ended, until ten minutes after its limit.
  Optional<TaskResult> result(String taskId);

  /// Tasks waiting, by queue 0 to 9.
  List<Long> lengths();

  /// Drops the tasks waiting in one queue; answers how many. Callers waiting for them are told.
  long clear(int queue);

  /// Tasks given up, oldest first.
  List<DeadLetter> deadLetters(int most);

  /// How many tasks are given up.
  long deadLetterCount();

  /// Puts a dead letter back into its queue, attempts counted anew; false where there is none.
  boolean requeue(String taskId);

  /// Drops a dead letter; false where there is none.
  boolean discard(String taskId);

  /// Settled tasks that are to be recorded, oldest first, left where they are until [#dropRecords]:
  /// so many at most, and fewer where they are large.
  List<SettledTask> records(int most);

  /// Removes these, the oldest records, once they are written elsewhere; those that someone else
  /// has removed already stay removed, and no others go.
  void dropRecords(List<SettledTask> oldest);

  /// Tasks that ended in the last hour, recorded or not, oldest minute first.
  List<MinuteOfCalls> lastHour();

  /// Workers that are alive.
  List<WorkerPresence> workers();

  /// Tells every worker that published code, or anything else they keep a copy of, has changed.
  void announceChange();

  @Override
  void close();
}

package com.dataflux.func.backup;

import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// A duty done once for each moment at which it is due. Moments missed while the host was off are
/// made up for once; a run that failed is tried again after a while.
public final class DueRun {
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

  private final Duty duty;
  private final DumpDirectory directory;
  private final Clock clock;
  private Optional<RunStatus> unwritten = Optional.empty();

  public DueRun(Duty duty, DumpDirectory directory, Clock clock) {
    this.duty = duty;
    this.directory = directory;
    this.clock = clock;
  }

  /// How a turn ended.
  public sealed interface Turn {
    /// It was done for this moment already, or its next try is yet to come.
    record NotDue() implements Turn {}

    /// Another run, by hand perhaps, has the lock.
    record Busy(Problem problem) implements Turn {}

    record Done(StoredDump dump) implements Turn {}

    record Failed(Problem problem) implements Turn {}
  }

  /// Does the work where it is still to be done. To be called often: once a minute.
  ///
  /// @param due the last moment of the timetable that is not in the future
  public Turn turn(Instant due, Supplier<StoredDump> work) {
    Instant now = clock.instant();
    if (!isDue(due, now, unwritten.or(() -> RunStatus.of(directory, duty)))) {
      return new Turn.NotDue();
    }
    try {
      StoredDump dump = work.get();
      note(new RunStatus(due, now, Optional.empty()));
      return new Turn.Done(dump);
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.LOCKED) {
        return new Turn.Busy(e.problem());
      }
      note(new RunStatus(due, now, Optional.of(String.valueOf(e.getMessage()))));
      return new Turn.Failed(e.problem());
    } catch (RuntimeException e) {
      note(new RunStatus(due, now, Optional.of(e.toString())));
      return new Turn.Failed(
          ProblemKind.UNEXPECTED.problem(
              "A dump or its trial failed through a fault of this program",
              e.toString(),
              "It is tried again; make a dump by hand with `dataflux-func backup now` meanwhile."));
    }
  }

  /// A status of the future was written before the clock was set back, and decides nothing.
  static boolean isDue(Instant due, Instant now, Optional<RunStatus> last) {
    if (last.isEmpty() || last.get().tried().isAfter(now)) {
      return true;
    }
    RunStatus status = last.get();
    return status.due().isBefore(due)
        || (status.failure().isPresent() && !now.isBefore(status.tried().plus(BETWEEN_TRIES)));
  }

  /// On a full disk the status cannot be kept either; then it is remembered.
  private void note(RunStatus status) {
    try {
      status.write(directory, duty);
      unwritten = Optional.empty();
    } catch (ProblemException e) {
      if (e.problem().kind() != ProblemKind.FILE_FAILED) {
        throw e;
      }
      unwritten = Optional.of(status);
    }
  }
}

package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The dumps of the timetable: one for each moment at which one is due. A moment missed while the
/// host was off is made up for once; a run that failed is tried again after a while.
public final class HourlyBackup {
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

  private final Backup backup;
  private final DumpDirectory directory;
  private final Clock clock;
  private Optional<BackupStatus> unwritten = Optional.empty();

  public HourlyBackup(Backup backup, DumpDirectory directory, Clock clock) {
    this.backup = backup;
    this.directory = directory;
    this.clock = clock;
  }

  /// How a turn ended.
  public sealed interface Turn {
    /// The dump of this moment is there already, or its next try is yet to come.
    record NotDue() implements Turn {}

    /// Another run, by hand perhaps, has the lock.
    record Busy(Problem problem) implements Turn {}

    record Made(StoredDump dump) implements Turn {}

    record Failed(Problem problem) implements Turn {}
  }

  /// Makes the dump of a moment where it is still to be made. To be called often: once a minute.
  ///
  /// @param due the last moment of the timetable that is not in the future
  public Turn turn(Instant due, Database database, Retention retention, Activity activity) {
    Instant now = clock.instant();
    if (!isDue(due, now, unwritten.or(() -> BackupStatus.of(directory)))) {
      return new Turn.NotDue();
    }
    try {
      StoredDump dump = backup.run(DumpOrigin.HOURLY, database, retention, activity);
      note(new BackupStatus(due, now, Optional.empty()));
      return new Turn.Made(dump);
    } catch (ProblemException e) {
      if (e.problem().kind() == ProblemKind.LOCKED) {
        return new Turn.Busy(e.problem());
      }
      note(new BackupStatus(due, now, Optional.of(String.valueOf(e.getMessage()))));
      return new Turn.Failed(e.problem());
    }
  }

  /// A status of the future was written before the clock was set back, and decides nothing.
  static boolean isDue(Instant due, Instant now, Optional<BackupStatus> last) {
    if (last.isEmpty() || last.get().tried().isAfter(now)) {
      return true;
    }
    BackupStatus status = last.get();
    return status.due().isBefore(due)
        || (status.failure().isPresent() && !now.isBefore(status.tried().plus(BETWEEN_TRIES)));
  }

  /// On a full disk the status cannot be kept either; then it is remembered.
  private void note(BackupStatus status) {
    try {
      status.write(directory);
      unwritten = Optional.empty();
    } catch (ProblemException e) {
      if (e.problem().kind() != ProblemKind.FILE_FAILED) {
        throw e;
      }
      unwritten = Optional.of(status);
    }
  }
}

package com.dataflux.func.runtime.dumps;

import com.dataflux.func.backup.DueRun.Turn;
import com.dataflux.func.backup.Duty;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.util.Locale;
import java.util.logging.Logger;

/// An operator's program that is told how a dump or a trial went, by its environment:
/// `BACKUP_DUTY`, `BACKUP_RESULT`, `BACKUP_FILE` and `BACKUP_MESSAGE`.
///
/// @param program its path in the container; empty for none
record Hook(CommandRunner runner, String program) {
  private static final Logger LOG = Logger.getLogger(Hook.class.getName());

  /// @return the turn, whatever becomes of the program
  Turn tell(Duty duty, Turn turn) {
    if (!program.isEmpty()) {
      switch (turn) {
        case Turn.NotDue(), Turn.Busy(Problem _) -> {}
        case Turn.Done(StoredDump dump) -> call(duty, "success", dump.file().toString(), "");
        case Turn.Failed(Problem problem) ->
            call(duty, "failure", "", problem.what() + ": " + problem.why());
      }
    }
    return turn;
  }

  private void call(Duty duty, String result, String file, String message) {
    try {
      runner
          .run(
              Command.of(program)
                  .with("BACKUP_DUTY", duty.name().toLowerCase(Locale.ROOT))
                  .with("BACKUP_RESULT", result)
                  .with("BACKUP_FILE", file)
                  .with("BACKUP_MESSAGE", message))
          .orFail("DB_AUTO_BACKUP_HOOK failed", "Look at that program.");
    } catch (ProblemException e) {
      LOG.severe(e.problem().what() + ": " + e.problem().why());
    }
  }
}

package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.Reception;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.util.List;

/// Copies a database to another server, and compares every row. The old one stays as it is.
public final class Move {
  private final Backup backup;
  private final Restore restore;

  public Move(Backup backup, Restore restore) {
    this.backup = backup;
    this.restore = restore;
  }

  /// What is to be copied where.
  ///
  /// @param replace whether what the target holds may go
  public record Request(Database source, Database target, boolean replace) {}

  /// @throws com.dataflux.func.platform.ProblemException of kind `DATABASE_FAILED` with everything
  ///   that stands against the target
  public void check(Request request) {
    if (request.source().equals(request.target())) {
      throw unfit(request.target(), "it is the one in use");
    }
    try (Session session = Session.open(request.target())) {
      List<String> objections = new Reception(session).objections(request.replace());
      if (!objections.isEmpty()) {
        throw unfit(request.target(), String.join("; ", objections));
      }
    }
  }

  private static RuntimeException unfit(Database target, String why) {
    return ProblemKind.DATABASE_FAILED.exception(
        "The database cannot move to %s".formatted(target.label()),
        why,
        "Mend that, then run the same command again; nothing was changed.");
  }

  /// Copies. Nothing writes to the source meanwhile: that is the caller's task.
  public Restore.Restored run(Request request, Activity activity) {
    check(request);
    StoredDump dump;
    try (Activity dumping = activity.begin("Dump " + request.source().label())) {
      dump = backup.run(DumpOrigin.BY_HAND, request.source(), Retention.of(1), dumping);
      dumping.done();
    }
    // The accounts that made views and triggers may be unknown over there.
    return restore.run(new Restore.Request(dump.file(), request.target(), false, false), activity);
  }
}

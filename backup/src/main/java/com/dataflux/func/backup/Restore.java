package com.dataflux.func.backup;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.content.TableContent;
import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.Emptying;
import com.dataflux.func.backup.database.Schema;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.files.HeldLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts a dump in the place of what a database holds, and what it held back where that fails.
public final class Restore {
  private final DumpTools tools;
  private final Backup backup;
  private final DumpDirectory hourly;

  public Restore(DumpTools tools, Backup backup, DumpDirectory hourly) {
    this.backup = backup;
    this.tools = tools;
    this.hourly = hourly;
  }

  /// What is to be done.
  ///
  /// @param keepPresent whether what the database holds is dumped before; without it there is no
  ///   way back
  /// @param keepsDefiners whether the server knows the accounts that the dump names
  public record Request(Path dump, Database database, boolean keepPresent, boolean keepsDefiners) {
    /// Back to the server that the dump is from, with a way back.
    public static Request inPlace(Path dump, Database database) {
      return new Request(dump, database, true, true);
    }
  }

  /// How it went.
  ///
  /// @param before the dump of what the database held; none where it held nothing, or none was
  ///   wanted
  public record Restored(DumpContent content, Optional<StoredDump> before) {}

  /// Checks the dump, dumps what is there, stops the writers, and loads.
  ///
  /// @throws ProblemException of kind `DUMP_DAMAGED` or `BACKUP_FAILED` before anything was
  ///   touched; of kind `RESTORE_FAILED` where loading failed, which says what the database holds
  ///   then
  public Restored run(Request request, Writers writers, Activity activity) {
    StoredDump dump = DumpDirectory.find(request.dump());
    DumpContent content;
    try (Activity check = activity.begin("Check the dump")) {
      check.expect(dump.bytes());
      content = Verification.inspect(dump, tools.packing(), check);
      check.done();
    }
    try (HeldLock _ = hourly.lock("a restore of " + request.dump())) {
      writers.stop();
      try {
        Optional<StoredDump> before =
            request.keepPresent() ? keepPresent(request.database(), activity) : Optional.empty();
        replace(request, content, before, activity);
        return new Restored(content, before);
      } finally {
        writers.start();
      }
    }
  }

  private Optional<StoredDump> keepPresent(Database database, Activity activity) {
    try (Session session = Session.open(database);
        Activity keep = activity.begin("Dump what the database holds")) {
      if (new Schema(session).tables().isEmpty()) {
        keep.skip("it holds nothing");
        return Optional.empty();
      }
      StoredDump before =
          backup.runLocked(DumpOrigin.BEFORE_RESTORE, database, Retention.of(1), keep);
      keep.done();
      return Optional.of(before);
    }
  }

  private void replace(
      Request request, DumpContent content, Optional<StoredDump> before, Activity activity) {
    try (Activity loading = activity.begin("Load the dump")) {
      load(request, request.dump(), loading);
      compare(request, content);
      loading.done();
    } catch (ProblemException e) {
      throw goBack(request, before, activity, e);
    }
  }

  private void load(Request request, Path dump, Activity activity) {
    StoredDump stored = DumpDirectory.find(dump);
    activity.expect(stored.bytes());
    boolean older;
    try (Session session = Session.open(request.database())) {
      older = !new Schema(session).version().atLeast(8, 0, 0);
      new Emptying(session).run();
    }
    new Load(tools, request.keepsDefiners())
        .into(request.database(), stored, older, activity::advance);
  }

  /// Every row's checksum where the dump is one of this program; else numbers of rows, since others
  /// write the same row in other ways.
  private void compare(Request request, DumpContent content) {
    Map<String, TableContent> held =
        new Dump(tools, request.database()).content(DumpFlags.rows()).tables();
    boolean ours = DumpDirectory.find(request.dump()).record().isPresent();
    List<String> differences = new ArrayList<>();
    new TreeMap<>(content.tables())
        .forEach(
            (table, dumped) -> {
              TableContent here = held.getOrDefault(table, new TableContent(0, 0));
              if (here.rows() != dumped.rows()) {
                differences.add(
                    "table %s has %d rows, the dump %d"
                        .formatted(table, here.rows(), dumped.rows()));
              } else if (ours && !here.equals(dumped)) {
                differences.add("table %s has other rows than the dump".formatted(table));
              }
            });
    if (!differences.isEmpty()) {
      throw ProblemKind.RESTORE_FAILED.exception(
          "The database does not hold what the dump holds", differences.toString(), "");
    }
  }

  private ProblemException goBack(
      Request request, Optional<StoredDump> before, Activity activity, ProblemException why) {
    Database database = request.database();
    if (before.isEmpty()) {
      return failed(why, "The database %s holds a part of the dump".formatted(database.label()));
    }
    Path file = before.get().file();
    try (Activity back = activity.begin("Go back to what the database held")) {
      load(request, file, back);
      back.done();
      return failed(why, "The database %s is as it was before".formatted(database.label()));
    } catch (ProblemException second) {
      why.addSuppressed(second);
      return failed(
          why,
          "The database %s holds a part; what it held before is in %s"
              .formatted(database.label(), file));
    }
  }

  private static ProblemException failed(ProblemException why, String state) {
    return ProblemKind.RESTORE_FAILED
        .problem(
            "The dump could not be restored. " + state,
            String.valueOf(why.getMessage()),
            "See that the server runs and has room, then run the same command again.")
        .asException(why);
  }
}

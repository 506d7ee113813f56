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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  /// Checks the dump, dumps what is there, and loads. Who calls has stopped what writes.
  ///
  /// @throws ProblemException of kind `DUMP_DAMAGED` or `BACKUP_FAILED` before anything was
  ///   touched; of kind `RESTORE_FAILED` where loading failed, which says what the database holds
  ///   then
  public Restored run(Request request, Activity activity) {
    StoredDump dump = DumpDirectory.find(request.dump());
    DumpContent content;
    try (Activity check = activity.begin("Check the dump")) {
      check.expect(dump.bytes());
      content = Verification.inspect(dump, tools.packing(), check);
      check.done();
    }
    try (HeldLock _ = hourly.lockInTurn("a restore of " + request.dump())) {
      UnfinishedRestore begun =
          UnfinishedRestore.of(hourly, dump, request)
              .orElseGet(() -> begin(request, dump, activity));
      replace(request, content, begun, activity);
      return new Restored(content, begun.before().map(DumpDirectory::find));
    }
  }

  private UnfinishedRestore begin(Request request, StoredDump dump, Activity activity) {
    if (!request.keepPresent()) {
      return UnfinishedRestore.begin(dump, request, Optional.empty()).write(hourly);
    }
    Optional<Path> whole = UnfinishedRestore.wayBack(hourly, request.database());
    Optional<Path> present = keepPresent(request.database(), activity).map(StoredDump::file);
    return UnfinishedRestore.begin(dump, request, whole.or(() -> present)).write(hourly);
  }

  private Optional<StoredDump> keepPresent(Database database, Activity activity) {
    try (Session session = Session.open(database);
        Activity keep = activity.begin("Dump what the database holds")) {
      if (new Schema(session).isEmpty()) {
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
      Request request, DumpContent content, UnfinishedRestore begun, Activity activity) {
    try (Activity loading = activity.begin("Load the dump")) {
      Set<String> present = begun.emptied() ? present(request.database(), content) : Set.of();
      if (!begun.emptied()) {
        empty(request.database());
        begun.afterEmptying().write(hourly);
      }
      load(request, request.dump(), present, loading);
      loading.done();
      compare(request, content, activity);
    } catch (ProblemException e) {
      throw goBack(request, begun, activity, e);
    }
    UnfinishedRestore.forget(hourly);
  }

  /// The tables that an interrupted run has loaded to their ends: the last that was made may lack
  /// rows or triggers. Whether the rows are the right ones is compared at the end.
  private static Set<String> present(Database database, DumpContent content) {
    try (Session session = Session.open(database)) {
      Schema schema = new Schema(session);
      return schema.tablesBeforeTheLast().stream()
          .filter(table -> isWhole(table, schema, content))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static boolean isWhole(String table, Schema schema, DumpContent content) {
    @Nullable TableContent dumped = content.tables().get(table);
    return dumped != null && dumped.rows() == schema.rows(table);
  }

  private static void empty(Database database) {
    try (Session session = Session.open(database)) {
      new Emptying(session).run();
    }
  }

  private void load(Request request, Path dump, Set<String> present, Activity activity) {
    StoredDump stored = DumpDirectory.find(dump);
    activity.expect(stored.bytes());
    LoadRules rules = new LoadRules(request.keepsDefiners(), isOlder(request.database()), present);
    new Load(tools).into(request.database(), stored, rules, activity::advance);
  }

  private static boolean isOlder(Database database) {
    try (Session session = Session.open(database)) {
      return !new Schema(session).version().atLeast(8, 0, 0);
    }
  }

  /// Every row's checksum where the dump is one of this program; else numbers of rows, since others
  /// write the same row in other ways.
  private void compare(Request request, DumpContent content, Activity activity) {
    try (Activity comparing = activity.begin("Compare every row")) {
      comparing.expect(content.bytes());
      Dump again = new Dump(tools, request.database());
      compare(request, content, again.content(DumpFlags.rows(), comparing::advance).tables());
      comparing.done();
    }
  }

  private static void compare(
      Request request, DumpContent content, Map<String, TableContent> held) {
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
      Request request, UnfinishedRestore begun, Activity activity, ProblemException why) {
    Database database = request.database();
    Optional<Path> before = begun.before();
    String part = before.map(file -> "a part; what it held before is in " + file).orElse("a part");
    try (Activity back = activity.begin("Go back to what the database held")) {
      begun.goingBack().write(hourly);
      empty(database);
      if (before.isPresent()) {
        load(request, before.get(), Set.of(), back);
      }
      UnfinishedRestore.forget(hourly);
      back.done();
      String state =
          before.map(file -> "is as it was before: it holds what is in " + file).orElse("is empty");
      return failed(why, "The database %s %s".formatted(database.label(), state));
    } catch (ProblemException second) {
      why.addSuppressed(second);
      return failed(why, "The database %s holds %s".formatted(database.label(), part));
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

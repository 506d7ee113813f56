package com.dataflux.func.backup.database;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.content.TableContent;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Two views of a database without any lock, one from just before `mysqldump` fixes its own and one
/// from just after. No server lends its view to another connection; but rows that a dump holds must
/// lie between the two, and on a server that nobody writes to in those milliseconds, all three
/// agree to the row. The first is counted while the dump goes on.
public final class SnapshotBracket implements AutoCloseable {
  private static final String WRITTEN =
      "SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_rows_inserted', 'Innodb_rows_deleted')";

  private final Session before;
  private final Session after;
  private final long writtenBefore;
  private final FutureTask<Map<String, Long>> counting;
  private long writtenAfter;
  private boolean closed;

  private SnapshotBracket(Session before, Session after) {
    this.before = before;
    this.after = after;
    this.writtenBefore = written(before);
    before.beginSnapshot();
    this.counting = new FutureTask<>(this::rowsBefore);
    // A virtual thread that waits for a socket keeps the JVM from ending for 300 ms.
    Thread.ofPlatform().daemon().start(counting);
  }

  private Map<String, Long> rowsBefore() {
    Schema schema = new Schema(before);
    Map<String, Long> rows = new HashMap<>();
    for (String table : schema.tables()) {
      rows.put(table, before.lettingGo(() -> schema.rows(table)));
    }
    return rows;
  }

  /// Fixes the first view.
  ///
  /// @param patience how long each answer may take
  public static SnapshotBracket open(Database database, Duration patience) {
    return new SnapshotBracket(Session.open(database, patience), Session.open(database, patience));
  }

  /// Fixes the second view, once `mysqldump` has its own. Further calls change nothing.
  public void closeBracket() {
    if (!closed) {
      closed = true;
      after.beginSnapshot();
      writtenAfter = written(after);
    }
  }

  /// What of a dump cannot have been in the database between the two views: empty where all of it
  /// can.
  public List<String> differences(DumpContent content) {
    closeBracket();
    Map<String, Long> first = counted();
    Schema second = new Schema(after);
    List<String> differences = new ArrayList<>();
    Set<String> names = new HashSet<>(first.keySet());
    names.addAll(content.tables().keySet());
    for (String table : names.stream().sorted().toList()) {
      TableContent dumped = content.tables().get(table);
      if (dumped == null) {
        differences.add("table %s is missing".formatted(table));
        continue;
      }
      long here = first.getOrDefault(table, 0L);
      if (dumped.rows() != here && !between(here, dumped.rows(), second.rows(table))) {
        differences.add(
            "table %s has %d rows in the dump and %d in the database"
                .formatted(table, dumped.rows(), here));
      }
    }
    return differences;
  }

  private Map<String, Long> counted() {
    try {
      return counting.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ProblemException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemKind.INTERRUPTED
          .problem("Stopped while rows were counted", "", "Run the same command again.")
          .asException(e);
    }
  }

  private boolean between(long one, long dumped, long other) {
    long slack = writtenAfter - writtenBefore;
    return Math.min(one, other) - slack <= dumped && dumped <= Math.max(one, other) + slack;
  }

  private static long written(Session session) {
    return session.rows(WRITTEN).stream().mapToLong(row -> Long.parseLong(row.getLast())).sum();
  }

  @Override
  public void close() {
    before.close();
    after.close();
  }
}

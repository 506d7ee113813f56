package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Dumps while faults are on their way, and what must hold after each. `-Dbackup.faults=N` sets how
/// many of each.
///
/// @param dumps where they go; a good one is there from the beginning
record Trials(DumpTools tools, Database database, DumpDirectory dumps) {
  static final int NUMBER = Integer.getInteger("backup.faults", 6);

  /// Begins with one good dump.
  static Trials begin(DumpTools tools, Database database, Path directory) {
    Trials trials = new Trials(tools, database, new DumpDirectory(directory));
    trials.backup(Clock.systemUTC()).run(DumpOrigin.HOURLY, database, keep(), new Unwatched());
    return trials;
  }

  static Retention keep() {
    return Retention.of(168);
  }

  Backup backup(Clock clock) {
    return new Backup(tools, dumps, clock);
  }

  /// One dump while a fault is on its way. Either it is there besides all others, or its failure
  /// was told and nothing has changed, unless it was whole already and only its verification could
  /// not be recorded.
  ///
  /// @return how many failures were told, 0 or 1
  int run() {
    return run(failure -> {});
  }

  /// @param told takes the failure, where one was told
  int run(Consumer<ProblemException> told) {
    List<StoredDump> before = dumps.list();
    @Nullable ProblemException failure = failure();
    List<StoredDump> more = added(before);
    if (failure == null) {
      assertThat(more).hasSize(1);
    } else {
      told.accept(failure);
      assertThat(more).hasSizeLessThan(2).allMatch(dump -> !dump.verified());
    }
    return failure == null ? 0 : 1;
  }

  /// The dumps that are there besides those, all of which are there still; all are whole.
  List<StoredDump> added(List<StoredDump> before) {
    List<StoredDump> after = dumps.list();
    assertThat(after).containsAll(before);
    expectOnlyWholeDumps();
    return after.stream().filter(dump -> !before.contains(dump)).toList();
  }

  /// Why a dump cannot be made now; nothing where it can.
  @Nullable ProblemException failure() {
    return failureOf(database);
  }

  @Nullable ProblemException failureOf(Database other) {
    return catchThrowableOfType(
        ProblemException.class,
        () -> backup(Clock.systemUTC()).run(DumpOrigin.HOURLY, other, keep(), new Unwatched()));
  }

  void expectOnlyWholeDumps() {
    assertThat(dumps.list()).isNotEmpty();
    for (StoredDump dump : dumps.list()) {
      assertThat(Verification.inspect(dump, Packing.PLAIN, new Unwatched()).rows()).isPositive();
    }
  }

  void report(String fault, int told, int trials) {
    System.out.printf(
        "%s: held in %d of %d trials; %d failures told, %d whole dumps stand, 0 others%n",
        fault, trials, trials, told, dumps.list().size());
  }

  static void pause(long millis) {
    try {
      Thread.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.Schema;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.backup.store.DumpName;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.DumpState;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.files.HeldLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/// Makes dumps that can be trusted: written under a hidden name, held against the database, forced
/// to disk, named, read back; and only then may older ones go.
public final class Backup {
  private static final int ATTEMPTS = 3;

  private final DumpTools tools;
  private final DumpDirectory hourly;
  private final Clock clock;

  /// @param hourly where the hourly dumps stand, and under which all others do
  /// @param clock its zone is that of the names
  public Backup(DumpTools tools, DumpDirectory hourly, Clock clock) {
    this.tools = tools;
    this.hourly = hourly;
    this.clock = clock;
  }

  /// Dumps a database, verifies the dump, and of hourly ones deletes those that need not be kept.
  ///
  /// @return the dump, verified
  /// @throws com.dataflux.func.platform.ProblemException where no whole dump could be made; then
  ///   every earlier one is still there, and nothing new stands under a dump's name
  public StoredDump run(
      DumpOrigin origin, Database database, Retention retention, Activity activity) {
    try (HeldLock _ = hourly.lockInTurn("a dump of " + database.label())) {
      return runLocked(origin, database, retention, activity);
    }
  }

  StoredDump runLocked(
      DumpOrigin origin, Database database, Retention retention, Activity activity) {
    DumpDirectory directory = origin.in(hourly);
    directory.sweep();
    makeRoom(directory, database, origin == DumpOrigin.HOURLY ? retention : keepAll());
    StoredDump written = write(directory, database, activity);
    StoredDump verified = new Verification(clock, tools.packing()).verify(written, activity);
    if (origin == DumpOrigin.HOURLY) {
      retention.surplus(directory.list()).forEach(DumpDirectory::delete);
    }
    activity.note(
        "%s, %s, %d rows"
            .formatted(
                verified.name(),
                Quantity.bytes(verified.bytes()),
                verified.record().map(known -> known.content().rows()).orElse(0L)));
    return verified;
  }

  private static Retention keepAll() {
    return Retention.of(Integer.MAX_VALUE);
  }

  /// Where the disk is short, what an earlier success allowed to delete goes before; nothing else.
  private void makeRoom(DumpDirectory directory, Database database, Retention retention) {
    SpaceForecast forecast = forecast(directory, database, tools.packing().format());
    if (!forecast.fits(directory.freeBytes())) {
      retention.surplus(directory.list()).forEach(DumpDirectory::delete);
    }
    forecast.orRefuse(directory.path(), directory.freeBytes());
  }

  private static SpaceForecast forecast(
      DumpDirectory directory, Database database, DumpFormat format) {
    try (Session session = Session.open(database)) {
      return SpaceForecast.of(directory.list(), format, new Schema(session).dumpForecast());
    }
  }

  private StoredDump write(DumpDirectory directory, Database database, Activity activity) {
    DumpName name = directory.freeName(LocalDateTime.now(clock), tools.packing().format());
    Path part = directory.part(name);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Instant begun = clock.instant();
      long start = System.nanoTime();
      try {
        Optional<Dump.Made> made = new Dump(tools, database).into(part, activity::advance);
        if (made.isPresent()) {
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          return directory.publish(name, record(directory, made.get(), begun, took));
        }
      } finally {
        discard(part);
      }
    }
    throw ProblemKind.BACKUP_FAILED.exception(
        "The database %s could not be dumped".formatted(database.label()),
        "its schema was changed during each of %d attempts".formatted(ATTEMPTS),
        "Try again when tables are no longer being created or altered.");
  }

  private DumpRecord record(DumpDirectory directory, Dump.Made made, Instant begun, Duration took) {
    return new DumpRecord(
        DumpState.WRITTEN,
        directory.nextSequence(),
        made.digest(),
        made.content(),
        made.server().toString(),
        begun,
        took,
        clock.instant(),
        Optional.empty(),
        made.lacking());
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The next run sweeps it away.
    }
  }
}

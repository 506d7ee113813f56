package com.dataflux.func.runtime.dumps;

import com.dataflux.func.backup.HourlyBackup.Turn;
import com.dataflux.func.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Makes the dumps of the timetable, on a thread of its own. A dump in the making is given up when
/// the clock is closed, and leaves nothing under a dump's name.
public final class DumpClock implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DumpClock.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /// A timetable is looked back through no further: rarer dumps are made up for at their next time.
  private static final Duration BACK = Duration.ofDays(32);

  private final DatabaseDumps dumps;
  private final Predicate<ZonedDateTime> timetable;
  private final Clock clock;
  private final Thread thread;

  private DumpClock(DatabaseDumps dumps, Predicate<ZonedDateTime> timetable, Clock clock) {
    this.dumps = dumps;
    this.timetable = timetable;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("dumps").daemon().unstarted(this::run);
  }

  /// Starts it.
  ///
  /// @param timetable whether a minute is one of `_CRONTAB_AUTO_BACKUP_DB`
  /// @param clock in the application's time zone
  public static DumpClock start(
      DatabaseDumps dumps, Predicate<ZonedDateTime> timetable, Clock clock) {
    DumpClock started = new DumpClock(dumps, timetable, clock);
    started.thread.start();
    return started;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look();
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      lastMoment(timetable, ZonedDateTime.now(clock))
          .ifPresent(due -> tell(dumps.turn(due.toInstant())));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The database could not be dumped: " + e.getMessage(), e);
    }
  }

  private static void tell(Turn turn) {
    switch (turn) {
      case Turn.NotDue() -> {}
      case Turn.Busy(Problem problem) -> LOG.warning("A dump waits: " + problem.why());
      case Turn.Failed(Problem problem) ->
          LOG.severe("%s: %s. %s".formatted(problem.what(), problem.why(), problem.next()));
      case Turn.Made(var dump) -> {
        LOG.info("Dumped the database to %s.".formatted(dump.name()));
        dump.record()
            .ifPresent(
                known ->
                    known
                        .lacking()
                        .forEach(grant -> LOG.warning("The dump lacks what needs this: " + grant)));
      }
    }
  }

  /// The last minute of a timetable that is not in the future.
  static Optional<ZonedDateTime> lastMoment(Predicate<ZonedDateTime> timetable, ZonedDateTime now) {
    ZonedDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime end = minute.minus(BACK);
    while (minute.isAfter(end)) {
      if (timetable.test(minute)) {
        return Optional.of(minute);
      }
      minute = minute.minusMinutes(1);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

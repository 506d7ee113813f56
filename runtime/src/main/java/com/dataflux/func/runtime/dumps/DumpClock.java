package com.dataflux.func.runtime.dumps;

import com.dataflux.func.backup.DueRun.Turn;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Does a duty by its timetable, on a thread of its own. Work in progress is given up when the
/// clock is closed; a dump in the making then leaves nothing under a dump's name.
public final class DumpClock implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(DumpClock.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /// A timetable is looked back through no further: rarer dumps are made up for at their next time.
  private static final Duration BACK = Duration.ofDays(32);

  private final Function<Instant, Turn> duty;
  private final Predicate<ZonedDateTime> timetable;
  private final Clock clock;
  private final Thread thread;

  private DumpClock(Function<Instant, Turn> duty, Predicate<ZonedDateTime> timetable, Clock clock) {
    this.duty = duty;
    this.timetable = timetable;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("dumps").daemon().unstarted(this::run);
  }

  /// Starts it.
  ///
  /// @param duty takes the last moment of the timetable, and is asked often
  /// @param timetable whether a minute is one of it
  /// @param clock in the application's time zone
  public static DumpClock start(
      Function<Instant, Turn> duty, Predicate<ZonedDateTime> timetable, Clock clock) {
    DumpClock started = new DumpClock(duty, timetable, clock);
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
          .ifPresent(due -> tell(duty.apply(due.toInstant())));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Dumps are in trouble: " + e.getMessage(), e);
    }
  }

  private static void tell(Turn turn) {
    switch (turn) {
      case Turn.NotDue() -> {}
      case Turn.Busy(Problem problem) -> LOG.info("A dump or trial waits: " + problem.why());
      case Turn.Failed(Problem problem) ->
          LOG.severe("%s: %s. %s".formatted(problem.what(), problem.why(), problem.next()));
      case Turn.Done(StoredDump dump) -> dump.record().ifPresent(known -> tell(dump, known));
    }
  }

  private static void tell(StoredDump dump, DumpRecord known) {
    LOG.info("The dump %s was %s.".formatted(dump.name(), known.state()));
    known.lacking().forEach(grant -> LOG.warning("The dump lacks what needs this: " + grant));
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

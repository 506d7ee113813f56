package com.dataflux.func.runtime.beat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The scheduler's clock: looks every half second whether it is active, and at each new minute what
/// is due. Minutes that passed while no scheduler was active are reported, not made up for.
public final class Beat implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Beat.class.getName());
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration CHORES = Duration.ofSeconds(2);
  private static final Duration REMOVAL = Duration.ofMinutes(10);

  /// Shows that the scheduler lives.
  @FunctionalInterface
  public interface LifeSign {
    void give() throws IOException;
  }

  private final Lease lease;
  private final Timetable timetable;
  private final Chores chores;
  private final LifeSign sign;
  private volatile boolean closing;
  private Instant lastMinute;
  private Instant lastChores = Instant.EPOCH;
  private Instant lastRemoval = Instant.EPOCH;
  private boolean active;

  Beat(Lease lease, Timetable timetable, Chores chores, LifeSign sign) {
    this.lease = lease;
    this.timetable = timetable;
    this.chores = chores;
    this.sign = sign;
    this.lastMinute = minuteBefore(Instant.now());
  }

  /// Runs until [#close()].
  public void run() throws InterruptedException {
    while (!closing) {
      try {
        sign.give();
        tick(Instant.now());
      } catch (RuntimeException | IOException e) {
        LOG.log(Level.WARNING, "The scheduler could not do its work: " + e.getMessage(), e);
      }
      Thread.sleep(TICK);
    }
    lease.release();
  }

  private void tick(Instant now) throws IOException {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    boolean held = lease.hold();
    if (!held) {
      active = false;
      lastMinute = minuteBefore(now);
      return;
    }
    if (!active) {
      LOG.info("This scheduler is active.");
      active = true;
    }
    if (minute.isAfter(lastMinute)) {
      long missed = ChronoUnit.MINUTES.between(lastMinute, minute) - 1;
      if (missed > 0) {
        LOG.warning("The timetable of %d minutes was missed.".formatted(missed));
        lastMinute = minuteBefore(now);
      }
      if (timetable.run(minute)) {
        lastMinute = minute;
      }
    }
    if (now.isAfter(lastChores.plus(CHORES))) {
      lastChores = now;
      chores.flushRecords();
    }
    if (now.isAfter(lastRemoval.plus(REMOVAL))) {
      lastRemoval = now;
      chores.removeExpired();
    }
  }

  /// This minute is still to come for a scheduler that begins in it: no entry runs twice in one.
  private static Instant minuteBefore(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
  }

  @Override
  public void close() {
    closing = true;
  }
}

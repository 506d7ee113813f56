package com.dataflux.func.backup.store;

import static com.dataflux.func.backup.store.Listing.dump;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

  @Test
  void letsTheOldestGoFirstOldStyleNamesIncluded() {
    List<StoredDump> listing =
        List.of(
            Listing.oldStyle(START.plusHours(1)),
            Listing.oldStyle(START),
            dump(1, START.plusHours(2), DumpState.VERIFIED),
            dump(2, START.plusHours(3), DumpState.VERIFIED));

    assertThat(Retention.of(3).surplus(listing))
        .extracting(dump -> dump.name().toString())
        .containsExactly("dataflux-sqldump-20260101-000000.sql");
  }

  @Test
  void letsNoneGoBeforeOneWasVerified() {
    List<StoredDump> listing =
        List.of(
            Listing.oldStyle(START),
            dump(1, START.plusHours(1), DumpState.WRITTEN),
            dump(2, START.plusHours(2), DumpState.WRITTEN));

    assertThat(Retention.of(1).surplus(listing)).isEmpty();
  }

  @Test
  void neverLetsTheLastVerifiedGo() {
    StoredDump good = dump(1, START, DumpState.RESTORED);
    List<StoredDump> listing =
        List.of(
            good,
            dump(2, START.plusHours(1), DumpState.WRITTEN),
            dump(3, START.plusHours(2), DumpState.WRITTEN));

    assertThat(kept(Retention.of(1), listing)).contains(good).hasSize(2);
  }

  @Test
  void keepsTheNewestThatFitIntoTheSize() {
    List<StoredDump> listing =
        List.of(
            dump(1, START, DumpState.VERIFIED),
            dump(2, START.plusHours(1), DumpState.VERIFIED),
            dump(3, START.plusHours(2), DumpState.VERIFIED));

    assertThat(kept(new Retention(168, 2 * Listing.BYTES), listing)).hasSize(2);
    assertThat(kept(new Retention(168, 1), listing)).containsExactly(listing.getLast());
  }

  @Test
  void doesNotTakeANewDumpForAnOldOneWhenTheClockWasSetBack() {
    StoredDump afterTheClockWasSetBack = dump(3, START.minusYears(1), DumpState.VERIFIED);
    List<StoredDump> listing =
        List.of(
            dump(1, START, DumpState.VERIFIED),
            dump(2, START.plusHours(1), DumpState.VERIFIED),
            afterTheClockWasSetBack);

    assertThat(kept(Retention.of(1), listing)).containsExactly(afterTheClockWasSetBack);
  }

  /// Every hour of a year a run: most succeed, some fail outright, some give a dump that was
  /// written and never verified; now and then the clock jumps back.
  @Test
  void keepsWhatTheRulesSayThroughAYearWithFailures() {
    Retention retention = Retention.of(168);
    Random random = new Random(2026);
    List<StoredDump> listing = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      listing.add(Listing.oldStyle(START.minusHours(200 - i)));
    }
    LocalDateTime clock = START;
    int failures = 0;
    for (int hour = 1; hour <= 365 * 24; hour++) {
      clock = random.nextInt(1000) == 0 ? clock.minusDays(3) : clock.plusHours(1);
      int luck = random.nextInt(20);
      if (luck == 0) {
        failures++;
        continue;
      }
      listing.add(dump(hour, clock, luck == 1 ? DumpState.WRITTEN : DumpState.VERIFIED));
      if (luck == 1) {
        failures++;
        continue;
      }
      StoredDump last = listing.getLast();
      listing = kept(retention, listing);
      assertThat(listing).hasSize(168).contains(last);
      assertThat(listing.stream().filter(StoredDump::verified).count())
          .as("verified dumps in hour %d", hour)
          .isPositive();
    }
    assertThat(listing)
        .isSortedAccordingTo(StoredDump.BY_AGE)
        .allMatch(dump -> dump.sequence() > 365 * 24 - 200);
    System.out.printf("a year of hourly runs, %d failures: 168 dumps kept%n", failures);
  }

  private static List<StoredDump> kept(Retention retention, List<StoredDump> listing) {
    List<StoredDump> kept = new ArrayList<>(listing);
    kept.removeAll(retention.surplus(listing));
    return kept;
  }
}

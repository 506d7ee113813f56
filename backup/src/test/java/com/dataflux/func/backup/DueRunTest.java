package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.backup.store.DumpDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueRunTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

  @Test
  void isDueOnceForAMoment() {
    assertThat(isDue(NINE, NINE.plusSeconds(5), succeeded(EIGHT))).isTrue();
    assertThat(isDue(NINE, NINE.plusSeconds(65), succeeded(NINE))).isFalse();
  }

  @Test
  void makesUpOnceForAllMomentsMissedWhileTheHostWasOff() {
    Instant back = NINE.plusSeconds(30 * 3600 + 1234);
    Instant lastMoment = NINE.plusSeconds(30 * 3600);

    assertThat(isDue(lastMoment, back, succeeded(EIGHT))).isTrue();
    assertThat(isDue(lastMoment, back.plusSeconds(60), succeeded(lastMoment))).isFalse();
  }

  @Test
  void isDueAtTheVeryFirstTurn() {
    assertThat(DueRun.isDue(EIGHT, EIGHT.plusSeconds(7), Optional.empty())).isTrue();
  }

  @Test
  void isTriedAgainAWhileAfterAFailure() {
    RunStatus failed = new RunStatus(NINE, NINE.plusSeconds(1), Optional.of("no room"));

    assertThat(isDue(NINE, NINE.plusSeconds(120), failed)).isFalse();
    assertThat(isDue(NINE, NINE.plusSeconds(302), failed)).isTrue();
  }

  @Test
  void isDueAgainWhenTheClockWasSetBack() {
    assertThat(isDue(EIGHT, EIGHT.plusSeconds(10), succeeded(NINE))).isTrue();
  }

  @Test
  void tellsOfAFaultOfTheProgramAsOfAnyFailure(@TempDir Path path) {
    DumpDirectory directory = new DumpDirectory(path);
    DueRun run = new DueRun(Duty.TRIAL, directory, Clock.fixed(NINE, ZoneOffset.UTC));

    DueRun.Turn turn =
        run.turn(
            EIGHT,
            () -> {
              throw new NumberFormatException("no number");
            });

    assertThat(turn).isInstanceOf(DueRun.Turn.Failed.class);
    assertThat(RunStatus.of(directory, Duty.TRIAL).orElseThrow().failure().orElseThrow())
        .contains("no number");
  }

  private static boolean isDue(Instant due, Instant now, RunStatus last) {
    return DueRun.isDue(due, now, Optional.of(last));
  }

  private static RunStatus succeeded(Instant due) {
    return new RunStatus(due, due.plusSeconds(1), Optional.empty());
  }
}

package com.dataflux.func.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class CrontabTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void findsTheLastMinute() {
    assertThat(last("0 3 * * *", "2026-03-02T02:59:59")).isEqualTo("2026-03-01T03:00");
    assertThat(last("0 3 * * *", "2026-03-02T03:00:00")).isEqualTo("2026-03-02T03:00");
    assertThat(last("*/20 4 29 feb *", "2026-03-02T03:00:00")).isEqualTo("2024-02-29T04:40");
    // A time that daylight saving skips does not occur.
    assertThat(last("30 2 * * *", "2026-03-29T12:00:00")).isEqualTo("2026-03-28T02:30");
    assertThat(Crontab.parse("0 0 31 2 *").last(ZonedDateTime.now(BERLIN))).isEmpty();
  }

  private static String last(String expression, String until) {
    ZonedDateTime time = LocalDateTime.parse(until).atZone(BERLIN);
    return Crontab.parse(expression).last(time).orElseThrow().toLocalDateTime().toString();
  }

  @Test
  void findsTheNextMinuteOfAStep() {
    assertThat(next("*/15 * * * *", "2026-03-01T10:07:30")).isEqualTo("2026-03-01T10:15");
  }

  @Test
  void takesAStepBeyondTheEnd() {
    assertThat(next("1/2147483647 * * * *", "2026-03-01T10:07:30")).isEqualTo("2026-03-01T11:01");
  }

  @Test
  void knowsNamesAndRanges() {
    assertThat(next("30 9 * * mon-fri", "2026-02-28T12:00:00")).isEqualTo("2026-03-02T09:30");
  }

  @Test
  void takesSevenForSunday() {
    assertThat(next("0 0 * * 7", "2026-03-02T00:00:00")).isEqualTo("2026-03-08T00:00");
  }

  @Test
  void letsEitherDayMatchWhereBothAreRestricted() {
    assertThat(next("0 0 13 * fri", "2026-03-01T00:00:00")).isEqualTo("2026-03-06T00:00");
  }

  @Test
  void leavesOutATimeThatDaylightSavingSkips() {
    assertThat(next("30 2 * * *", "2026-03-28T03:00:00")).isEqualTo("2026-03-30T02:30");
  }

  @Test
  void runsOnceAtATimeThatDaylightSavingRepeats() {
    ZonedDateTime first =
        Crontab.parse("30 2 * * *")
            .next(ZonedDateTime.parse("2026-10-25T00:00:00+02:00[Europe/Berlin]"))
            .orElseThrow();
    ZonedDateTime second = Crontab.parse("30 2 * * *").next(first).orElseThrow();
    assertThat(first.toLocalDateTime()).hasToString("2026-10-25T02:30");
    assertThat(second.toLocalDateTime()).hasToString("2026-10-26T02:30");
  }

  @Test
  void findsNothingForADateThatNeverIs() {
    assertThat(
            Crontab.parse("0 0 30 2 *")
                .next(ZonedDateTime.parse("2026-01-01T00:00:00+01:00[Europe/Berlin]")))
        .isEmpty();
  }

  @Test
  void saysWhichFieldIsWrong() {
    assertThatThrownBy(() -> Crontab.parse("61 * * * *")).hasMessageContaining("\"61\"");
    assertThatThrownBy(() -> Crontab.parse("* * *")).hasMessageContaining("3 fields");
  }

  private static String next(String expression, String after) {
    return Crontab.parse(expression)
        .next(java.time.LocalDateTime.parse(after).atZone(BERLIN))
        .orElseThrow()
        .toLocalDateTime()
        .toString();
  }
}

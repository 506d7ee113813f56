package com.dataflux.func.runtime.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class DumpClockTest {
  @Test
  void findsTheLastFullHour() {
    assertThat(
            DumpClock.lastMoment(
                time -> time.getMinute() == 0,
                ZonedDateTime.parse("2026-11-21T08:59:59+08:00[Asia/Shanghai]")))
        .contains(ZonedDateTime.parse("2026-11-21T08:00:00+08:00[Asia/Shanghai]"));
  }

  @Test
  void countsTheMinuteThatBegins() {
    ZonedDateTime nine = ZonedDateTime.parse("2026-11-21T09:00:00+08:00[Asia/Shanghai]");

    assertThat(DumpClock.lastMoment(time -> time.getMinute() == 0, nine.plusSeconds(1)))
        .contains(nine);
  }

  @Test
  void findsNoneOfATimetableThatNeverComes() {
    assertThat(
            DumpClock.lastMoment(time -> false, ZonedDateTime.parse("2026-11-21T08:59:59+08:00")))
        .isEmpty();
  }
}

package com.dataflux.func.platform.settings;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A crontab expression of five fields: minute, hour, day of month, month, day of week. As in cron,
/// where both days are restricted, either may match. A time that daylight saving skips does not
/// occur; one that it repeats occurs once.
public final class Crontab {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final int MOST_YEARS = 8;

  private final String expression;
  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet daysOfMonth;
  private final BitSet months;
  private final BitSet daysOfWeek;
  private final boolean eitherDay;

  private Crontab(String expression, String[] fields) {
    this.expression = expression;
    minutes = field(fields[0], 0, 59, List.of(), 0);
    hours = field(fields[1], 0, 23, List.of(), 0);
    daysOfMonth = field(fields[2], 1, 31, List.of(), 0);
    months = field(fields[3], 1, 12, MONTHS, 1);
    daysOfWeek = field(fields[4], 0, 7, DAYS, 0);
    if (daysOfWeek.get(7)) {
      daysOfWeek.set(0);
    }
    eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
  }

  /// @throws IllegalArgumentException saying which field is wrong
  public static Crontab parse(String expression) {
    String[] fields = expression.strip().split("\\s+", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException(
          "\"%s\" has %d fields, not 5".formatted(expression, fields.length));
    }
    return new Crontab(expression.strip(), fields);
  }

  public String expression() {
    return expression;
  }

  public boolean matches(ZonedDateTime time) {
    return minutes.get(time.getMinute()) && hours.get(time.getHour()) && dayMatches(time);
  }

  /// The first matching minute after a time; nothing within eight years for a date that never is.
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    ZonedDateTime time = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    ZonedDateTime end = after.plusYears(MOST_YEARS);
    while (time.isBefore(end)) {
      if (!dayMatches(time)) {
        time = time.toLocalDate().plusDays(1).atStartOfDay(time.getZone());
      } else if (!hours.get(time.getHour())) {
        time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!minutes.get(time.getMinute()) || isRepetition(time)) {
        time = time.plusMinutes(1);
      } else {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }

  /// The last matching minute that is not after a time; nothing within eight years.
  public Optional<ZonedDateTime> last(ZonedDateTime until) {
    ZonedDateTime time = until.truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime end = until.minusYears(MOST_YEARS);
    while (time.isAfter(end)) {
      if (!dayMatches(time)) {
        time = time.toLocalDate().atStartOfDay(time.getZone()).minusMinutes(1);
      } else if (!hours.get(time.getHour())) {
        time = time.truncatedTo(ChronoUnit.HOURS).minusMinutes(1);
      } else if (!minutes.get(time.getMinute()) || isRepetition(time)) {
        time = time.minusMinutes(1);
      } else {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }

  /// Whether the clock was put back and shows this time for the second time.
  public static boolean isRepetition(ZonedDateTime time) {
    return !time.equals(time.withEarlierOffsetAtOverlap());
  }

  private boolean dayMatches(ZonedDateTime time) {
    if (!months.get(time.getMonthValue())) {
      return false;
    }
    boolean ofMonth = daysOfMonth.get(time.getDayOfMonth());
    DayOfWeek day = time.getDayOfWeek();
    boolean ofWeek = daysOfWeek.get(day.getValue() % 7);
    return eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek;
  }

  private static BitSet field(String text, int least, int most, List<String> names, int first) {
    BitSet set = new BitSet(most + 1);
    for (String part : text.split(",", -1)) {
      String[] rangeAndStep = part.split("/", -1);
      int step = rangeAndStep.length > 1 ? number(rangeAndStep[1], text, List.of(), 0) : 1;
      String range = rangeAndStep[0];
      int from = least;
      int to = most;
      if (!range.equals("*")) {
        String[] ends = range.split("-", -1);
        from = number(ends[0], text, names, first);
        to =
            ends.length > 1
                ? number(ends[1], text, names, first)
                : rangeAndStep.length > 1 ? most : from;
        if (ends.length > 2) {
          throw wrong(text);
        }
      }
      if (rangeAndStep.length > 2 || step < 1 || from < least || to > most || from > to) {
        throw wrong(text);
      }
      // A step beyond the end would take the sum beyond the largest number.
      for (int value = from; value <= to; value += Math.min(step, most + 1)) {
        set.set(value);
      }
    }
    return set;
  }

  private static int number(String text, String whole, List<String> names, int first) {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + first;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw wrong(whole);
    }
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException("\"%s\" is not a valid field".formatted(text));
  }
}

package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of the tasks that ended within one minute.
public record MinuteOfCalls(Instant minute, long ok, long failed) {
  private static final int SECONDS = 60;
  private static final int OK = 0;
  private static final int FAILED = 1;

  /// @param counts fields `<minute>:<ok or failed>` and numbers in turn
  static List<MinuteOfCalls> read(List<byte[]> counts) {
    SortedMap<Long, long[]> minutes = new TreeMap<>();
    for (int i = 0; i < counts.size(); i += 2) {
      String[] field = new String(counts.get(i), UTF_8).split(":", -1);
      long count = Long.parseLong(new String(counts.get(i + 1), UTF_8));
      minutes
              .computeIfAbsent(Long.valueOf(field[0]), _ -> new long[2])[
              field[1].equals("ok") ? OK : FAILED] =
          count;
    }
    List<MinuteOfCalls> read = new ArrayList<>();
    minutes.forEach(
        (minute, count) ->
            read.add(
                new MinuteOfCalls(
                    Instant.ofEpochSecond(minute * SECONDS), count[OK], count[FAILED])));
    return read;
  }
}

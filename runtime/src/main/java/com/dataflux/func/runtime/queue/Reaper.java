package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Takes back the tasks of dead workers. Every server and worker runs one.
final class Reaper {
  /// How often is looked.
  static final long PERIOD_MILLIS = 250;

  /// How long a worker may be without presence or ear before it counts as dead: long enough to come
  /// back after a restart of Redis.
  private static final long SURE_MILLIS = 700;

  private final RedisPipe pipe;

  Reaper(RedisPipe pipe) {
    this.pipe = pipe;
  }

  void look() {
    look("");
  }

  /// @param dead a worker that is known to be dead; empty for none
  void look(String dead) {
    var _ =
        pipe.run(
            QueueScript.REAP,
            text(SURE_MILLIS),
            text(TaskRequest.MOST_ATTEMPTS),
            text(RedisCallQueue.KEEP_SECONDS),
            dead.getBytes(UTF_8));
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }
}

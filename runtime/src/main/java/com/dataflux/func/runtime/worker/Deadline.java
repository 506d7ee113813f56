package com.dataflux.func.runtime.worker;

import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/// The limit of one call: either the call ends first, or it is past its limit, and never both.
final class Deadline {
  private boolean ended;
  private boolean past;
  private @Nullable ScheduledFuture<?> alarm;

  synchronized void setAlarm(ScheduledFuture<?> future) {
    alarm = future;
  }

  /// The call is past its limit; false where it ended before.
  synchronized boolean pass() {
    if (ended) {
      return false;
    }
    past = true;
    return true;
  }

  /// The call has ended; false where it was past its limit already.
  synchronized boolean end() {
    ended = true;
    if (alarm != null) {
      alarm.cancel(false);
    }
    return !past;
  }
}

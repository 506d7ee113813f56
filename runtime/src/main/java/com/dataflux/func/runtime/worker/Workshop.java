package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/// What the slots of a worker share.
record Workshop(
    WorkerPlan plan,
    ZygoteSettings settings,
    Zygote zygote,
    LogReader logs,
    ScriptShelf scripts,
    Desk desk,
    Uploads uploads,
    ScheduledExecutorService clock) {

  Duration limit(LeasedTask task) {
    Duration asked = task.request().timeout();
    return asked.compareTo(plan.timeoutMax()) > 0 ? plan.timeoutMax() : asked;
  }
}

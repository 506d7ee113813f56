package com.dataflux.func.runtime.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Names of lists, keys and channels in Redis; the scripts make the same ones.
final class QueueKeys {
  private static final String PREFIX = "DataFluxFunc-worker#";

  /// Says that published code or the like has changed.
  static final String CHANGES = PREFIX + "changes";

  static final byte[] CALLS = (PREFIX + "calls").getBytes(UTF_8);
  static final byte[] DEAD_LETTERS = (PREFIX + "deadLetters").getBytes(UTF_8);
  static final byte[] WORKERS = (PREFIX + "workers").getBytes(UTF_8);

  private QueueKeys() {}

  static byte[] list(int queue) {
    return (PREFIX + "workerQueue@" + queue).getBytes(UTF_8);
  }

  static byte[] result(String taskId) {
    return (PREFIX + "result@" + taskId).getBytes(UTF_8);
  }

  static byte[] lease(String worker) {
    return (PREFIX + "lease@" + worker).getBytes(UTF_8);
  }

  static String tasks(String worker) {
    return PREFIX + "tasks@" + worker;
  }

  static String results(String server) {
    return PREFIX + "results@" + server;
  }
}

package com.dataflux.func.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A file whose age says whether the service lives, for health checks that cost nothing.
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final Thread thread;

  private Heartbeat(Thread thread) {
    this.thread = thread;
  }

  static Heartbeat start(Path file) {
    return new Heartbeat(Thread.ofPlatform().name("heartbeat").daemon().start(() -> beat(file)));
  }

  /// Shows once that the service lives.
  static void once(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
  }

  private static void beat(Path file) {
    try {
      while (true) {
        try {
          once(file);
        } catch (IOException e) {
          LOG.log(Level.WARNING, "the heartbeat could not be written", e);
        }
        Thread.sleep(PERIOD);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

package com.dataflux.func.runtime;

import com.dataflux.func.runtime.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Logger;

/// Waits for setup to give the databases' addresses, showing meanwhile that the service lives.
record CompleteSettings(DataOption data, Path heartbeat) {
  private static final Logger LOG = Logger.getLogger(CompleteSettings.class.getName());

  Settings await() throws InterruptedException {
    for (boolean told = false; ; told = true) {
      Settings settings = data.settings();
      if (settings.isComplete()) {
        return settings;
      }
      if (!told) {
        LOG.warning("Setup is to give the databases' addresses; waiting for it.");
      }
      try {
        Heartbeat.once(heartbeat);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
  }
}

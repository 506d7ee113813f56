package com.dataflux.func.runtime;

import com.dataflux.func.runtime.store.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Logger;

/// Waits until the server has brought the tables up to date, showing meanwhile that the service
/// lives.
record CurrentSchema(Schema schema, Path heartbeat) {
  private static final Logger LOG = Logger.getLogger(CurrentSchema.class.getName());

  void await() throws InterruptedException {
    for (boolean told = false; !isThere(); told = true) {
      if (!told) {
        LOG.info("The database does not answer yet, or its tables are not made; waiting for them.");
      }
      try {
        Heartbeat.once(heartbeat);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Thread.sleep(Duration.ofSeconds(1));
    }
  }

  private boolean isThere() {
    try {
      return schema.recorded() >= Schema.newest();
    } catch (SQLException e) {
      return false;
    }
  }
}

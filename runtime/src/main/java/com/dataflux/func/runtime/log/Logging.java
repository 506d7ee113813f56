package com.dataflux.func.runtime.log;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// Sends what the program logs to the log file, and warnings to standard error as well, where
/// `docker logs` finds them.
public final class Logging {
  private Logging() {}

  /// @param service as each line names it, such as `worker-1-6`
  public static void begin(String service, Settings settings, DataDirectory data) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    Level level = level(settings.log().level());
    root.setLevel(level);
    if (level.equals(Level.OFF)) {
      return;
    }
    LogLine line = new LogLine(service, settings.log().json(), settings.timezone());
    LogFile file = new LogFile(data.log(), line);
    file.open();
    file.setLevel(Level.ALL);
    root.addHandler(file);
    Handler console = new ConsoleHandler();
    console.setFormatter(new LogLine(service, false, settings.timezone()));
    console.setLevel(Level.WARNING);
    root.addHandler(console);
    // Libraries speak of themselves at these levels on every start.
    for (String library : new String[] {"io.helidon", "com.zaxxer.hikari", "redis.clients"}) {
      Logger.getLogger(library)
          .setLevel(level.intValue() > Level.WARNING.intValue() ? level : Level.WARNING);
    }
  }

  private static Level level(String name) {
    return switch (name) {
      case "ALL" -> Level.ALL;
      case "DEBUG" -> Level.FINE;
      case "INFO" -> Level.INFO;
      case "ERROR" -> Level.SEVERE;
      case "NONE" -> Level.OFF;
      default -> Level.WARNING;
    };
  }
}

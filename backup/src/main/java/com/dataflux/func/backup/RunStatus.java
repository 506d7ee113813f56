package com.dataflux.func.backup;

import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.PropertyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// How the last run of a duty went, for the next one and for whoever watches.
///
/// @param due the moment of the timetable that the run was for
/// @param tried when it ran
/// @param failure why it failed; empty where it succeeded
public record RunStatus(Instant due, Instant tried, Optional<String> failure) {
  /// The status that the last run left; none where there was no run yet.
  public static Optional<RunStatus> of(DumpDirectory directory, Duty duty) {
    Path file = directory.path().resolve(duty.file());
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Properties values = PropertyText.read(Files.readString(file));
      return Optional.of(
          new RunStatus(
              Instant.parse(values.getProperty("due", "")),
              Instant.parse(values.getProperty("tried", "")),
              Optional.ofNullable(values.getProperty("failure"))));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void write(DumpDirectory directory, Duty duty) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("due", due.toString());
    values.put("tried", tried.toString());
    failure.ifPresent(why -> values.put("failure", why));
    AtomicFile.write(
        directory.path().resolve(duty.file()), PropertyText.write(values), AtomicFile.PRIVATE);
  }
}

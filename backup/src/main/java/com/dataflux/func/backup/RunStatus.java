package com.dataflux.func.backup;

import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
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
      Properties values = new Properties();
      values.load(new StringReader(Files.readString(file)));
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
    Properties values = new Properties();
    values.setProperty("due", due.toString());
    values.setProperty("tried", tried.toString());
    failure.ifPresent(why -> values.setProperty("failure", why));
    StringWriter text = new StringWriter();
    try {
      values.store(text, null);
    } catch (IOException e) {
      throw ProblemKind.UNEXPECTED
          .problem("A text could not be written to memory", e.toString(), "Report it.")
          .asException(e);
    }
    AtomicFile.write(directory.path().resolve(duty.file()), text.toString(), AtomicFile.PRIVATE);
  }
}

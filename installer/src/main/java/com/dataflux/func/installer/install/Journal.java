package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.JsonLines;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What was done to an install and when: one JSON object a line, added to by every run.
final class Journal {
  private final Path file;

  Journal(InstallDir dir) {
    this.file = dir.toolkit().resolve("journal.jsonl");
  }

  void begin(Step step) {
    add(step, "begun", "");
  }

  void end(Step step, StepResult result) {
    switch (result) {
      case StepResult.Done(String note) -> add(step, "done", note);
      case StepResult.Skipped(String reason) -> add(step, "skipped", reason);
      case StepResult.Failed(var problem) -> add(step, "failed", problem.what());
    }
  }

  private void add(Step step, String event, String note) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("time", Instant.now());
    entry.put("process", ProcessHandle.current().pid());
    entry.put("step", step.getClass().getSimpleName());
    entry.put("event", event);
    entry.put("note", note);
    try {
      Files.createDirectories(file.getParent());
      JsonLines.add(file, entry);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The journal %s could not be written".formatted(file),
              e.toString(),
              "Look at the free space of that disk, then run the same command again.")
          .asException(e);
    }
  }
}

package com.dataflux.func.healthcheck.repair;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// Carries out the changes of a repair, each recorded before it is made, so that all can be taken
/// back.
public final class Mender {
  private final HostFiles files;
  private final CommandRunner commands;
  private final RepairRecords records;

  public Mender(HostFiles files, CommandRunner commands, RepairRecords records) {
    this.files = files;
    this.commands = commands;
    this.records = records;
  }

  /// Makes the changes in their order.
  ///
  /// @return the record by which they can be taken back
  /// @throws com.dataflux.func.platform.ProblemException where one fails; those before it stay, and
  ///   are in the record
  public RepairRecord mend(Finding finding, List<Change> changes) {
    RepairRecord record = records.begin(finding.cause().key());
    for (Change change : changes) {
      record = record.with(step(change));
      records.save(record);
      carryOut(change);
    }
    return record;
  }

  /// Takes the steps of a record back, the last first; files before what ran, since a program that
  /// is started again reads them.
  public void undo(RepairRecord record) {
    List<RepairStep> steps = record.steps().reversed();
    steps.stream().filter(step -> !(step instanceof RepairStep.Ran)).forEach(this::undo);
    steps.stream().filter(RepairStep.Ran.class::isInstance).forEach(this::undo);
    records.remove(record);
  }

  private RepairStep step(Change change) {
    return switch (change) {
      case Change.Write(String path, String text, String mode) -> before(path);
      case Change.Mode(String path, String mode) -> new RepairStep.Moded(path, files.mode(path));
      case Change.Directory(String path) -> new RepairStep.Made(path, files.exists(path));
      case Change.Run(List<String> argv, List<String> undo) -> new RepairStep.Ran(argv, undo);
    };
  }

  private RepairStep before(String path) {
    return new RepairStep.Wrote(
        path, files.text(path), files.exists(path) ? files.mode(path) : "rw-r--r--");
  }

  private void carryOut(Change change) {
    switch (change) {
      case Change.Write(String path, String text, String mode) -> write(path, text, mode);
      case Change.Mode(String path, String mode) -> setMode(path, mode);
      case Change.Directory(String path) -> makeDirectory(path);
      case Change.Run(List<String> argv, List<String> undo) -> run(argv);
    }
  }

  private void undo(RepairStep step) {
    switch (step) {
      case RepairStep.Wrote(String path, Optional<String> text, String mode) ->
          text.ifPresentOrElse(old -> write(path, old, mode), () -> delete(path));
      case RepairStep.Moded(String path, String mode) -> setMode(path, mode);
      case RepairStep.Made(String path, boolean existed) -> {
        if (!existed && files.list(path).isEmpty()) {
          delete(path);
        }
      }
      case RepairStep.Ran(List<String> argv, List<String> undo) -> {
        if (!undo.isEmpty()) {
          run(undo);
        }
      }
    }
  }

  private void run(List<String> argv) {
    commands
        .run(Command.of(argv))
        .orFail("The repair stopped", "Look at the message, then run the same command again.");
  }

  private void write(String path, String text, String mode) {
    AtomicFile.write(files.at(path), text, PosixFilePermissions.fromString(mode));
  }

  private void setMode(String path, String mode) {
    attempt(
        path,
        () -> Files.setPosixFilePermissions(files.at(path), PosixFilePermissions.fromString(mode)));
  }

  private void makeDirectory(String path) {
    attempt(path, () -> Files.createDirectories(files.at(path)));
  }

  private void delete(String path) {
    attempt(path, () -> Files.deleteIfExists(files.at(path)));
  }

  private static void attempt(String path, FileAction action) {
    try {
      action.run();
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be changed".formatted(path), e.toString(), "Look at its permissions.")
          .asException(e);
    }
  }

  private interface FileAction {
    void run() throws IOException;
  }
}

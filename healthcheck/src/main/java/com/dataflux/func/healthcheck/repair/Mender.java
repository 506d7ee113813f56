package com.dataflux.func.healthcheck.repair;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.image.Digest;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  /// @throws ProblemException where one fails; those before it stay, and are in the record, and of
  ///   those after it only what always runs is carried out
  public RepairRecord mend(Finding finding, List<Change> changes) {
    RepairRecord record = records.begin(finding.cause().key());
    Optional<ProblemException> failure = Optional.empty();
    for (Change change : changes) {
      if (failure.isEmpty() || isDueAlways(change)) {
        record = record.with(step(change));
        records.save(record);
        Optional<ProblemException> now = failure(change);
        failure = failure.or(() -> now);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return record;
  }

  private Optional<ProblemException> failure(Change change) {
    try {
      carryOut(change);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e);
    }
  }

  private static boolean isDueAlways(Change change) {
    return change instanceof Change.Run run && run.always();
  }

  /// Takes the steps of a record back, the last first; files before what ran, since a program that
  /// is started again reads them.
  ///
  /// @throws ProblemException where a file holds something else than the repair wrote; nothing is
  ///   taken back then
  public void undo(RepairRecord record) {
    List<RepairStep> steps = record.steps().reversed();
    steps.forEach(this::requireUnchanged);
    steps.stream().filter(step -> !(step instanceof RepairStep.Ran)).forEach(this::undo);
    steps.stream().filter(RepairStep.Ran.class::isInstance).forEach(this::undo);
    records.remove(record);
  }

  private RepairStep step(Change change) {
    return switch (change) {
      case Change.Write(String path, String text, String mode) -> before(path, text);
      case Change.Mode(String path, String mode) -> new RepairStep.Moded(path, files.mode(path));
      case Change.Directory(String path) -> new RepairStep.Made(path, files.exists(path));
      case Change.Run(List<String> argv, List<String> undo, boolean always) ->
          new RepairStep.Ran(argv, undo);
    };
  }

  private RepairStep before(String path, String text) {
    return new RepairStep.Wrote(
        path, files.text(path), files.exists(path) ? files.mode(path) : "rw-r--r--", digest(text));
  }

  /// A file that is as it was before needs no undo, and harms none.
  private void requireUnchanged(RepairStep step) {
    if (step instanceof RepairStep.Wrote wrote) {
      Optional<String> now = files.text(wrote.path());
      boolean known =
          now.equals(wrote.before())
              || now.map(Mender::digest).filter(wrote.written()::equals).isPresent();
      if (!known) {
        throw ProblemKind.FILE_FAILED.exception(
            "%s is not put back".formatted(wrote.path()),
            "it was changed after the repair, and the change would be lost",
            "Change the file by hand; the record of the repair in %s holds what was there before."
                .formatted(RepairRecords.DIRECTORY));
      }
    }
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void carryOut(Change change) {
    switch (change) {
      case Change.Write(String path, String text, String mode) -> write(path, text, mode);
      case Change.Mode(String path, String mode) -> setMode(path, mode);
      case Change.Directory(String path) -> makeDirectory(path);
      case Change.Run(List<String> argv, List<String> undo, boolean always) -> run(argv);
    }
  }

  private void undo(RepairStep step) {
    switch (step) {
      case RepairStep.Wrote(String path, Optional<String> text, String mode, String written) ->
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

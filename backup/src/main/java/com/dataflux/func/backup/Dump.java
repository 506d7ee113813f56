package com.dataflux.func.backup;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.OptionFile;
import com.dataflux.func.backup.database.Schema;
import com.dataflux.func.backup.database.ServerVersion;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.database.SnapshotBracket;
import com.dataflux.func.backup.packing.PackedFile;
import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.CheckedOutputStream;

/// One run of `mysqldump` into one file, held against the database that it was taken from.
final class Dump {
  private static final Duration LIMIT = Duration.ofHours(6);

  /// What it says where it cannot write; the number is not always that of a full disk.
  private static final Pattern NOT_WRITTEN = Pattern.compile("Got errno \\d+ on write");

  /// By itself `mysqldump` writes 4 KB at a time, and goes on where what has started it is killed.
  private static final List<String> WITH_LARGE_WRITES =
      List.of("setpriv", "--pdeathsig=KILL", "stdbuf", "--output=256K");

  private final DumpTools tools;
  private final Database database;

  Dump(DumpTools tools, Database database) {
    this.tools = tools;
    this.database = database;
  }

  /// What a run that came to its end has made.
  ///
  /// @param lacking the `GRANT` statements that would have made it complete
  record Made(String digest, DumpContent content, ServerVersion server, List<String> lacking) {}

  /// Dumps into a file that is not there yet, and forces it to disk.
  ///
  /// @return nothing where the schema was changed meanwhile, so that the dump may be of two minds
  /// @throws com.dataflux.func.platform.ProblemException where the dump could not be made; what is
  ///   in the file then is worth nothing
  Optional<Made> into(Path part, LongConsumer progress) {
    try (Session session = Session.open(database, tools.patience());
        SnapshotBracket bracket = SnapshotBracket.open(database, tools.patience())) {
      Schema schema = new Schema(session);
      ServerVersion version = schema.version();
      DumpFlags flags =
          DumpFlags.of(DumpFlags.Facts.of(schema, database.name()), !version.atLeast(8, 0, 0));
      String before = schema.fingerprint();
      Streamed streamed = stream(part, flags, bracket, progress);
      if (!schema.fingerprint().equals(before)) {
        return Optional.empty();
      }
      check(streamed, bracket);
      return Optional.of(new Made(streamed.digest(), streamed.content(), version, flags.lacking()));
    }
  }

  /// Reads the database through `mysqldump` and keeps nothing but what was in it.
  DumpContent content(DumpFlags flags, LongConsumer progress) {
    DumpSink sink = new DumpSink(OutputStream.nullOutputStream(), () -> {}, progress);
    Outcome outcome = run(flags.arguments(), sink, tools.runner()::run);
    return complete(outcome, sink.content());
  }

  private record Streamed(Outcome outcome, String digest, DumpContent content) {}

  private Streamed stream(
      Path part, DumpFlags flags, SnapshotBracket bracket, LongConsumer progress) {
    try (SettlingFile file = SettlingFile.create(part)) {
      Streamed streamed =
          tools.packing().format().equals(DumpFormat.PLAIN)
              ? plain(file, flags, bracket, progress)
              : packed(file, flags, bracket, progress);
      file.settle();
      return streamed;
    } catch (IOException e) {
      throw ProblemKind.BACKUP_FAILED
          .problem(
              "The dump of %s could not be written to %s".formatted(database.label(), part),
              e.toString(),
              "Look at the disk and its free space.")
          .asException(e);
    }
  }

  /// `mysqldump` writes the file, and what stands there is read.
  private Streamed plain(
      SettlingFile file, DumpFlags flags, SnapshotBracket bracket, LongConsumer progress) {
    CheckedOutputStream growth = new CheckedOutputStream(file.growth(), PackedFile.newDigest());
    DumpSink sink = new DumpSink(growth, bracket::closeBracket, progress);
    Outcome outcome =
        run(
            flags.arguments(),
            sink,
            (command, out) -> tools.runner().run(command, file.path(), out));
    return new Streamed(outcome, PackedFile.text(growth.getChecksum()), sink.content());
  }

  private Streamed packed(
      SettlingFile file, DumpFlags flags, SnapshotBracket bracket, LongConsumer progress)
      throws IOException {
    CheckedOutputStream written = new CheckedOutputStream(file, PackedFile.newDigest());
    Outcome outcome;
    DumpContent content;
    try (OutputStream packed = tools.packing().pack(written)) {
      DumpSink sink = new DumpSink(packed, bracket::closeBracket, progress);
      outcome = run(flags.arguments(), sink, tools.runner()::run);
      content = sink.content();
    }
    // The last bytes of what is packed are written when it is closed.
    return new Streamed(outcome, PackedFile.text(written.getChecksum()), content);
  }

  private Outcome run(
      List<String> flags, OutputStream out, BiFunction<Command, OutputStream, Outcome> runner) {
    try (OptionFile options = OptionFile.of(database);
        SilenceWatch watch = SilenceWatch.begin(tools.patience())) {
      List<String> argv = new ArrayList<>(WITH_LARGE_WRITES);
      argv.addAll(List.of(tools.programs().mysqldump(), options.argument()));
      argv.addAll(flags);
      argv.add(database.name());
      try {
        return runner.apply(Command.of(argv).within(LIMIT), watch.hearing(out));
      } catch (ProblemException e) {
        if (watch.end()) {
          throw failure(
              "the server said nothing for %s; the connection may be cut"
                  .formatted(Quantity.time(tools.patience())));
        }
        throw e;
      }
    }
  }

  private DumpContent complete(Outcome outcome, DumpContent content) {
    if (NOT_WRITTEN.matcher(outcome.err()).find()) {
      throw ProblemKind.BACKUP_FAILED.exception(
          "The dump of %s could not be written".formatted(database.label()),
          "its disk is full, or takes no more: " + outcome.lastLines(),
          "Make room; the next dump is tried at its time, and `dataflux-func backup now` tries at"
              + " once.");
    }
    if (!outcome.succeeded()) {
      throw failure(
          "mysqldump ended with exit code %d: %s"
              .formatted(outcome.exitCode(), outcome.lastLines()));
    }
    content
        .flaw()
        .ifPresent(
            flaw -> {
              throw failure("what mysqldump wrote is not whole: " + flaw);
            });
    return content;
  }

  private void check(Streamed streamed, SnapshotBracket bracket) {
    List<String> differences =
        bracket.differences(complete(streamed.outcome(), streamed.content()));
    if (!differences.isEmpty()) {
      throw failure("the dump does not hold what the database held: " + differences);
    }
  }

  private RuntimeException failure(String why) {
    return ProblemKind.BACKUP_FAILED.exception(
        "The database %s could not be dumped".formatted(database.label()),
        why,
        "Look whether the server runs; the next dump is tried at its time, and"
            + " `dataflux-func backup now` tries at once.");
  }
}

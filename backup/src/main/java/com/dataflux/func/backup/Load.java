package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.OptionFile;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/// Feeds a dump to a database, which is made where it is not there.
final class Load {
  private static final Duration LIMIT = Duration.ofHours(12);

  private final DumpTools tools;

  Load(DumpTools tools) {
    this.tools = tools;
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `RESTORE_FAILED` where a statement
  ///   failed; the database then holds a part
  void into(Database database, StoredDump dump, LoadRules rules, LongConsumer progress) {
    try (OptionFile options = OptionFile.of(database)) {
      List<String> argv =
          List.of(
              tools.programs().mysql(),
              options.argument(),
              "--batch",
              // Takes every byte as it is, and obeys no commands of the client in a dump.
              "--binary-mode",
              "--default-character-set=utf8mb4",
              "--max-allowed-packet=1G");
      Outcome outcome =
          tools
              .runner()
              .feed(
                  Command.of(argv).within(LIMIT),
                  new SqlFeed(dump, tools.packing(), database.name(), rules, progress));
      if (!outcome.succeeded()) {
        throw ProblemKind.RESTORE_FAILED.exception(
            "%s could not be loaded into %s".formatted(dump.file(), database.label()),
            "mysql ended with exit code %d: %s".formatted(outcome.exitCode(), outcome.lastLines()),
            "Look at what the server said; the dump itself was left as it is.");
      }
    }
  }
}

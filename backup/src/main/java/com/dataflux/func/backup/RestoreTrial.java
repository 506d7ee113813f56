package com.dataflux.func.backup;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Restores a dump into a server made for it, dumps that again, and compares every row's checksum
/// and every object: the only proof that a dump is worth something.
public final class RestoreTrial {
  private static final String NAME = "trial";

  private final DumpTools tools;
  private final Scratch scratch;
  private final Clock clock;

  public RestoreTrial(DumpTools tools, Scratch scratch, Clock clock) {
    this.tools = tools;
    this.scratch = scratch;
    this.clock = clock;
  }

  /// @return the dump, known to be restorable
  /// @throws com.dataflux.func.platform.ProblemException of kind `DUMP_DAMAGED` where the dump is
  ///   not whole, `RESTORE_FAILED` where it cannot be loaded or does not give the same rows
  public StoredDump run(StoredDump dump, Activity activity) {
    StoredDump verified = new Verification(clock, tools.packing()).verify(dump, activity);
    DumpRecord known = verified.record().orElseThrow();
    Duration took;
    try (Scratch.Running server = scratch.start(known.content().bytes())) {
      Database database = server.database(NAME);
      long start = System.nanoTime();
      new Load(tools).into(database, dump, new LoadRules(false, false), activity::advance);
      took = Duration.ofNanos(System.nanoTime() - start);
      DumpContent again =
          new Dump(tools, database).content(DumpFlags.everything(), activity::advance);
      if (!again.sameAs(known.content())) {
        throw ProblemKind.RESTORE_FAILED.exception(
            "%s does not give back what was dumped".formatted(dump.file()),
            differences(known.content(), again).toString(),
            "Make another dump and try that; keep this one as evidence.");
      }
    }
    return DumpDirectory.note(verified, known.restored(clock.instant(), took));
  }

  private static List<String> differences(DumpContent dumped, DumpContent restored) {
    List<String> differences = new ArrayList<>();
    new TreeMap<>(dumped.tables())
        .forEach(
            (table, rows) -> {
              if (!rows.equals(restored.tables().get(table))) {
                differences.add("rows of table " + table);
              }
            });
    if (!dumped.objects().equals(restored.objects())) {
      differences.add("%s became %s".formatted(dumped.objects(), restored.objects()));
    }
    return differences;
  }
}

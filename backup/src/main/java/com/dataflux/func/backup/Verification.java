package com.dataflux.func.backup;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.DumpState;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads a dump back from disk and holds it against its record.
public final class Verification {
  private static final int PIECE = 1 << 18;

  private final Clock clock;

  public Verification(Clock clock) {
    this.clock = clock;
  }

  /// Reads a dump of this program to its end. One that is not whole loses its name, and stays
  /// beside the others as `….damaged`.
  ///
  /// @return the dump with its new state; one of an older release has a record from then on
  /// @throws com.dataflux.func.platform.ProblemException of kind `DUMP_DAMAGED` where it is not
  ///   whole
  public StoredDump verify(StoredDump dump, Activity activity) {
    DumpSink read = read(dump.file(), activity);
    String digest = read.digest();
    Optional<String> fault = fault(dump, read.content(), digest);
    if (fault.isPresent()) {
      Path aside = DumpDirectory.setAside(dump);
      throw damaged(
          dump.file(), fault.get(), "It is now called %s. ".formatted(aside.getFileName()));
    }
    Instant now = clock.instant();
    DumpRecord known = dump.record().orElseGet(() -> recordOf(read.content(), digest, now));
    return DumpDirectory.note(dump, known.reached(DumpState.VERIFIED, now));
  }

  /// What any dump holds, also one that this program did not make; the file stays as it is.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `DUMP_DAMAGED` where it is not
  ///   whole
  public static DumpContent inspect(StoredDump dump, Activity activity) {
    DumpSink read = read(dump.file(), activity);
    fault(dump, read.content(), read.digest())
        .ifPresent(
            why -> {
              throw damaged(dump.file(), why, "");
            });
    return read.content();
  }

  private static Optional<String> fault(StoredDump dump, DumpContent content, String digest) {
    if (!content.whole()) {
      return content.flaw();
    }
    return dump.record()
        .filter(known -> !known.sha256().equals(digest))
        .map(known -> "its digest is no longer the one that it was written with");
  }

  private static DumpSink read(Path file, Activity activity) {
    DumpSink sink = new DumpSink(OutputStream.nullOutputStream(), () -> {}, activity::advance);
    try (InputStream input = Files.newInputStream(file)) {
      byte[] piece = new byte[PIECE];
      for (int length = input.read(piece); length >= 0; length = input.read(piece)) {
        sink.write(piece, 0, length);
      }
      return sink;
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be read".formatted(file),
              e.toString(),
              "Look at the disk; another dump may be readable.")
          .asException(e);
    }
  }

  private static DumpRecord recordOf(DumpContent content, String digest, Instant now) {
    return new DumpRecord(
        DumpState.WRITTEN, 0, digest, content, "", now, Duration.ZERO, now, List.of());
  }

  private static RuntimeException damaged(Path file, String why, String aside) {
    return ProblemKind.DUMP_DAMAGED.exception(
        "%s is not a whole dump".formatted(file),
        why,
        aside + "Use another dump; `dataflux-func backup list` shows which were verified.");
  }
}

package com.dataflux.func.backup;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.packing.PackedFile;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.backup.store.DumpRecord;
import com.dataflux.func.backup.store.DumpState;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads a dump back from disk and holds it against its record.
public final class Verification {
  private static final int PIECE = 1 << 16;

  private final Clock clock;
  private final Packing packing;

  public Verification(Clock clock, Packing packing) {
    this.clock = clock;
    this.packing = packing;
  }

  /// @param flaw why the dump is not whole; empty where it is
  private record Reading(DumpContent content, String digest, Optional<String> flaw) {}

  /// Reads a dump of this program to its end. One that is not whole loses its name, and stays
  /// beside the others as `….damaged`.
  ///
  /// @return the dump with its new state; one of an older release has a record from then on
  /// @throws com.dataflux.func.platform.ProblemException of kind `DUMP_DAMAGED` where it is not
  ///   whole
  public StoredDump verify(StoredDump dump, Activity activity) {
    Reading reading = read(dump, packing, activity);
    if (reading.flaw().isPresent()) {
      Path aside = DumpDirectory.setAside(dump);
      throw damaged(
          dump.file(),
          reading.flaw().get(),
          "It is now called %s. ".formatted(aside.getFileName()));
    }
    Instant now = clock.instant();
    DumpRecord known = dump.record().orElseGet(() -> recordOf(reading, now));
    return DumpDirectory.note(dump, known.reached(DumpState.VERIFIED, now));
  }

  /// What any dump holds, also one that this program did not make; the file stays as it is.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `DUMP_DAMAGED` where it is not
  ///   whole
  public static DumpContent inspect(StoredDump dump, Packing packing, Activity activity) {
    Reading reading = read(dump, packing, activity);
    reading
        .flaw()
        .ifPresent(
            why -> {
              throw damaged(dump.file(), why, "");
            });
    return reading.content();
  }

  private static Reading read(StoredDump dump, Packing packing, Activity activity) {
    return dump.record()
        .filter(known -> isAsWritten(dump, known, packing, activity))
        .map(known -> new Reading(known.content(), known.digest(), Optional.empty()))
        .orElseGet(() -> readContent(dump, packing, activity));
  }

  /// What stands in a plain dump was looked at as it was written; where its bytes are still the
  /// same, that holds.
  private static boolean isAsWritten(
      StoredDump dump, DumpRecord known, Packing packing, Activity activity) {
    if (!dump.name().format().equals(DumpFormat.PLAIN)) {
      return false;
    }
    try (PackedFile file = new PackedFile(dump, packing, activity::advance)) {
      return file.digest().equals(known.digest());
    } catch (IOException e) {
      throw unreadable(dump, e);
    }
  }

  private static Reading readContent(StoredDump dump, Packing packing, Activity activity) {
    DumpSink sink = new DumpSink(OutputStream.nullOutputStream(), () -> {}, bytes -> {});
    try (PackedFile file = new PackedFile(dump, packing, activity::advance)) {
      Optional<String> unreadable = unpack(file, sink);
      String digest = file.digest();
      boolean altered = dump.record().filter(known -> !known.digest().equals(digest)).isPresent();
      if (altered) {
        String why = "its digest is no longer the one that it was written with";
        return new Reading(
            sink.content(), digest, sink.content().flaw().or(() -> Optional.of(why)));
      }
      if (unreadable.isPresent() && dump.name().format().encrypted()) {
        throw notOurs(dump, unreadable.get());
      }
      return new Reading(sink.content(), digest, unreadable.or(sink.content()::flaw));
    } catch (IOException e) {
      throw unreadable(dump, e);
    }
  }

  private static RuntimeException unreadable(StoredDump dump, IOException cause) {
    return ProblemKind.FILE_FAILED
        .problem(
            "%s could not be read".formatted(dump.file()),
            cause.toString(),
            "Look at the disk; another dump may be readable.")
        .asException(cause);
  }

  /// Why the content cannot be had to its end; whether the disk is to blame shows when the rest of
  /// the file is read.
  private static Optional<String> unpack(PackedFile file, DumpSink sink) {
    try {
      InputStream input = file.content();
      byte[] piece = new byte[PIECE];
      for (int length = input.read(piece); length >= 0; length = input.read(piece)) {
        sink.write(piece, 0, length);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("it cannot be unpacked: " + e.getMessage());
    }
  }

  /// With the wrong password a good dump looks like a bad one, so it keeps its name.
  private static RuntimeException notOurs(StoredDump dump, String why) {
    return ProblemKind.BAD_CONFIGURATION.exception(
        "%s cannot be decrypted".formatted(dump.file()),
        why,
        "Give the password that it was encrypted with as DB_AUTO_BACKUP_PASSWORD.");
  }

  private static DumpRecord recordOf(Reading reading, Instant now) {
    return new DumpRecord(
        DumpState.WRITTEN,
        0,
        reading.digest(),
        reading.content(),
        "",
        now,
        Duration.ZERO,
        now,
        Optional.empty(),
        List.of());
  }

  private static RuntimeException damaged(Path file, String why, String aside) {
    return ProblemKind.DUMP_DAMAGED.exception(
        "%s is not a whole dump".formatted(file),
        why,
        aside + "Use another dump; `dataflux-func backup list` shows which were verified.");
  }
}

package com.dataflux.func.backup;

import com.dataflux.func.backup.store.DumpFormat;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Quantity;
import java.nio.file.Path;
import java.util.List;

/// How much room a dump will need, judged before it begins.
///
/// @param needed bytes, with room for growth and for the application's own files
record SpaceForecast(long needed) {
  /// Left to the application and its log.
  private static final long RESERVE = 64L << 20;

  /// The last dump tells best; without one, the sizes that the server gives.
  ///
  /// @param format of the dump to be made
  static SpaceForecast of(List<StoredDump> listing, DumpFormat format, long serverForecast) {
    long dump =
        listing.isEmpty()
            ? serverForecast
            : Math.max(
                listing.getLast().bytes(), shrunk(listing.getLast(), format, serverForecast) / 2);
    return new SpaceForecast(dump + dump / 10 + RESERVE);
  }

  /// The server's forecast is of plain text; a packed dump shrinks about as the last one did.
  private static long shrunk(StoredDump last, DumpFormat format, long serverForecast) {
    long plain = last.record().map(known -> known.content().bytes()).orElse(0L);
    return last.name().format().equals(format) && plain > last.bytes()
        ? (long) ((double) serverForecast * last.bytes() / plain)
        : serverForecast;
  }

  boolean fits(long free) {
    return needed <= free;
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `DISK_TOO_SMALL`
  void orRefuse(Path directory, long free) {
    if (!fits(free)) {
      throw ProblemKind.DISK_TOO_SMALL.exception(
          "There is no room in %s for another dump".formatted(directory),
          "about %s are needed, %s are free"
              .formatted(Quantity.bytes(needed), Quantity.bytes(free)),
          "Free space on that disk, keep fewer dumps with DB_AUTO_BACKUP_LIMIT, or give another"
              + " place with DB_AUTO_BACKUP_PATH. The dumps there were left as they are.");
    }
  }
}

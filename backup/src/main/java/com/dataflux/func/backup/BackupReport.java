package com.dataflux.func.backup;

import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import java.util.List;
import java.util.Optional;

/// How the hourly dumps of a host stand, for whoever watches.
///
/// @param last the newest; none where there is none yet
/// @param bytes of all of them
/// @param dumping how the last run went
/// @param trial how the last restore for trial went
public record BackupReport(
    Optional<StoredDump> last,
    int dumps,
    long bytes,
    Optional<RunStatus> dumping,
    Optional<RunStatus> trial) {

  public static BackupReport of(DumpDirectory directory) {
    List<StoredDump> listing = directory.list();
    return new BackupReport(
        listing.isEmpty() ? Optional.empty() : Optional.of(listing.getLast()),
        listing.size(),
        listing.stream().mapToLong(StoredDump::bytes).sum(),
        RunStatus.of(directory, Duty.DUMP),
        RunStatus.of(directory, Duty.TRIAL));
  }

  /// Whether the last run of a duty succeeded, or there was none yet.
  public static boolean isWell(Optional<RunStatus> status) {
    return status.flatMap(RunStatus::failure).isEmpty();
  }
}

package com.dataflux.func.backup;

import com.dataflux.func.backup.store.DumpDirectory;

/// Why a dump was made. Rotation concerns the hourly ones alone; the others stand in directories of
/// their own and stay until they are deleted.
public enum DumpOrigin {
  HOURLY(""),
  BY_HAND("manual"),
  BEFORE_RESTORE("before-restore");

  private final String directory;

  DumpOrigin(String directory) {
    this.directory = directory;
  }

  /// Where such dumps stand, in or under the directory of the hourly ones.
  public DumpDirectory in(DumpDirectory hourly) {
    return directory.isEmpty() ? hourly : hourly.apart(directory);
  }
}

package com.dataflux.func.runtime.config;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.Retention;
import java.nio.file.Path;

/// Dumps of the database: where they are, how many are kept, how they are packed, and when they are
/// made and tried.
///
/// @param hook a program that is told how each run went; empty for none
public record BackupSettings(
    Path directory, Retention retention, Packing packing, Times dumps, Times trials, String hook) {

  /// When something is done, if at all.
  public record Times(boolean enabled, String crontab) {}
}

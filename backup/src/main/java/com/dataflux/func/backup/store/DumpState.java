package com.dataflux.func.backup.store;

import java.util.Locale;

/// How far a dump is known to be good; each state includes those before it.
public enum DumpState {
  /// Whole as it left `mysqldump`: exit code, last line and row counts were right.
  WRITTEN,
  /// Read back from disk: digest, last line and every row's form were right.
  VERIFIED,
  /// Restored into a server made for it, which then held the same rows.
  RESTORED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package com.dataflux.func.backup;

/// Whatever writes to the database: it stands still while a dump is restored.
public interface Writers {
  /// Returns when nothing writes any more.
  void stop();

  /// Lets them run again, whether the restore succeeded or not.
  void start();
}

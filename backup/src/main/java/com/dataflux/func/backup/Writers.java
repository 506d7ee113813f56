package com.dataflux.func.backup;

/// Whatever writes to the database: it stands still while a dump is restored.
public interface Writers {
  /// For a database that nothing writes to, or whose writers are stopped from elsewhere.
  Writers NONE =
      new Writers() {
        @Override
        public void stop() {}

        @Override
        public void start() {}
      };

  /// Returns when nothing writes any more.
  void stop();

  /// Lets them run again, whether the restore succeeded or not.
  void start();
}

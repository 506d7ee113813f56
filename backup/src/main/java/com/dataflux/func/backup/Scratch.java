package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;

/// A MySQL server for one trial, without network, gone when closed.
public interface Scratch {

  /// Starts one.
  ///
  /// @param bytes how large the dump is that it is to take
  /// @throws com.dataflux.func.platform.ProblemException where it does not start
  Running start(long bytes);

  /// The server while it runs.
  interface Running extends AutoCloseable {
    /// A database of it, which need not exist.
    Database database(String name);

    @Override
    void close();
  }
}

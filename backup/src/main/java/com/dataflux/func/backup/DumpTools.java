package com.dataflux.func.backup;

import com.dataflux.func.backup.database.ClientPrograms;
import com.dataflux.func.backup.database.Session;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.platform.process.CommandRunner;
import java.time.Duration;

/// With what dumps are made and read.
///
/// @param patience how long a server may be silent in the middle of a dump
public record DumpTools(
    CommandRunner runner, ClientPrograms programs, Packing packing, Duration patience) {
  public DumpTools(CommandRunner runner, ClientPrograms programs, Packing packing) {
    this(runner, programs, packing, Session.PATIENCE);
  }
}

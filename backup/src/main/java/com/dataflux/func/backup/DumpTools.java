package com.dataflux.func.backup;

import com.dataflux.func.backup.database.ClientPrograms;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.platform.process.CommandRunner;

/// With what dumps are made and read.
public record DumpTools(CommandRunner runner, ClientPrograms programs, Packing packing) {}

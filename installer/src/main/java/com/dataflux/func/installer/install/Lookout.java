package com.dataflux.func.installer.install;

import com.dataflux.func.templates.InstallDir;
import java.util.Optional;

/// Looks at the host before anything is decided, and changes nothing.
interface Lookout {

  /// @param given the directory that the command line names
  Situation look(Optional<InstallDir> given);
}

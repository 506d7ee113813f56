package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.installer.operate.Lifecycle;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.Command;
import java.util.Map;
import java.util.function.Predicate;

/// A command that does one thing with the whole stack.
///
/// @param name of the command
/// @param line that does it by hand
/// @param action answers whether anything had to be done
/// @param changed what is said then
/// @param unchanged what is said otherwise
record StackRun(
    String name, Command line, Predicate<Lifecycle> action, String changed, String unchanged) {

  int call(Display display, Installed installed, boolean dryRun) {
    if (dryRun) {
      display.answer(line.line(), Map.of("commands", line.line()));
      return 0;
    }
    try (HeldLock _ = HostLock.take(name)) {
      boolean done = action.test(Lifecycle.of(display, installed));
      display.answer(done ? changed : unchanged, Map.of("changed", done));
    }
    return 0;
  }
}

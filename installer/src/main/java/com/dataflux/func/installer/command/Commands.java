package com.dataflux.func.installer.command;

import com.dataflux.func.platform.display.Display;
import picocli.CommandLine;

/// Every sub-command, in the order of the help page.
final class Commands {
  private Commands() {}

  static CommandLine all(Display display) {
    return new CommandLine(new RootCommand());
  }
}

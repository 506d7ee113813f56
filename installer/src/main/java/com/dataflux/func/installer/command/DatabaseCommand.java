package com.dataflux.func.installer.command;

import com.dataflux.func.platform.display.Display;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `dataflux-func database …`: it only knows its sub-commands.
@Command(name = "database", description = "Moves the application's database.")
final class DatabaseCommand {
  private DatabaseCommand() {}

  static CommandLine tree(Display display) {
    return new CommandLine(new DatabaseCommand()).addSubcommand(new DatabaseMoveCommand(display));
  }
}

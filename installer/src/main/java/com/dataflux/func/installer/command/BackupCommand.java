package com.dataflux.func.installer.command;

import com.dataflux.func.platform.display.Display;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `dataflux-func backup …`: it only knows its sub-commands.
@Command(
    name = "backup",
    description = "Makes, lists, verifies, restores and removes dumps of the database.")
final class BackupCommand {
  private BackupCommand() {}

  static CommandLine tree(Display display) {
    return new CommandLine(new BackupCommand())
        .addSubcommand(new BackupNowCommand(display))
        .addSubcommand(new BackupListCommand(display))
        .addSubcommand(new BackupVerifyCommand(display))
        .addSubcommand(new BackupRestoreCommand(display))
        .addSubcommand(new BackupPruneCommand(display))
        .addSubcommand(new BackupExportCommand(display));
  }
}

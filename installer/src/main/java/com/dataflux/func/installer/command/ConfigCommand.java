package com.dataflux.func.installer.command;

import com.dataflux.func.platform.display.Display;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `dataflux-func config …`: it only knows its sub-commands.
@Command(
    name = "config",
    description = "Reads, checks and changes user-config.yaml; comments in it stay.")
final class ConfigCommand {
  private ConfigCommand() {}

  static CommandLine tree(Display display) {
    return new CommandLine(new ConfigCommand())
        .addSubcommand(new ConfigGetCommand(display))
        .addSubcommand(new ConfigSetCommand(display))
        .addSubcommand(new ConfigEditCommand(display))
        .addSubcommand(new ConfigValidateCommand(display));
  }
}

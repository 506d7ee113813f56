package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.platform.display.Display;
import picocli.CommandLine.Command;

/// What `run-portable.sh` does on a host with an install.
@Command(
    name = "upgrade",
    description = {
      "Brings the install to what the bundle and options say; data and edits are kept.",
      "Where that fails, what ran before runs again, with its data."
    })
final class UpgradeCommand extends InstallCommand {
  UpgradeCommand(Display display) {
    super(display);
  }

  @Override
  public Integer call() {
    Installed.onThisHost();
    return super.call();
  }
}

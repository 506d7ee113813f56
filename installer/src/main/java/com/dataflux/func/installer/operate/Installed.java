package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.install.RecordedChoices;
import com.dataflux.func.installer.stack.Application;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import java.util.Set;

/// The install that this host has.
///
/// @param choices the options that shape it
public record Installed(InstallDir dir, Choices choices) {

  /// @throws com.dataflux.func.platform.ProblemException of kind `NOT_INSTALLED`
  public static Installed onThisHost() {
    InstallDir dir =
        InstallRecord.ofHost()
            .installDir()
            .orElseThrow(
                () ->
                    ProblemKind.NOT_INSTALLED.exception(
                        "There is no install on this host",
                        "/etc/dataflux-func names none",
                        "Install with `/bin/bash run-portable.sh` in a bundle."));
    return new Installed(dir, new RecordedChoices(dir).read());
  }

  /// The services of the stack file as it stands.
  Set<String> services() {
    return StackFile.services(dir.stackFile());
  }

  Port port() {
    return choices.port().orElse(Port.WEB);
  }

  Application application() {
    return new Application(port());
  }
}

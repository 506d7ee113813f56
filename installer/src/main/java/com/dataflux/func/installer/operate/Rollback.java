package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.stack.History;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.upgrade.GoBack;
import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Goes back to what ran before the last change, or before one that was interrupted.
public final class Rollback {
  private final Display display;
  private final Installed installed;
  private final KeptVersion kept;
  private final Optional<String> dump;

  /// @param data whether the database goes back too, to the dump of before the change
  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE` where nothing was kept
  public Rollback(Display display, Installed installed, boolean data) {
    this.display = display;
    this.installed = installed;
    this.kept =
        KeptVersion.pending(installed.dir())
            .or(() -> KeptVersion.previous(installed.dir()))
            .orElseThrow(
                () ->
                    ProblemKind.USAGE.exception(
                        "There is nothing to go back to",
                        "no change was made since the install, or it was taken back already",
                        "See `dataflux-func history`; nothing was changed."));
    this.dump = data ? Optional.of(requireDump(kept)) : Optional.empty();
  }

  private static String requireDump(KeptVersion kept) {
    return kept.dump()
        .orElseThrow(
            () ->
                ProblemKind.USAGE.exception(
                    "There is no dump of before the change",
                    "a change of options keeps the data as it is",
                    "Leave out --data; nothing was changed."));
  }

  public List<String> plan() {
    return GoBack.plan(kept, dump);
  }

  /// @return the version that runs again
  public String run() {
    String version = kept.version();
    String before =
        InstalledVersion.of(installed.dir()).map(InstalledVersion::version).orElse("unknown");
    new GoBack(
            display,
            new HostCommandRunner(),
            LocalEngine::reach,
            installed.dir(),
            () -> Installed.onThisHost().application())
        .to(kept, dump);
    new History(installed.dir())
        .add(History.Entry.now("rollback", before, version, "done", Duration.ZERO));
    kept.forget();
    return version;
  }
}

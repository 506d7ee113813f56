package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.List;

/// The record of the install names a directory that is one.
final class InstallRecord extends Check {
  private final Cause missing = warning("missing", InstallRecord::write);
  private final Cause malformed = fault("malformed", InstallRecord::write);
  private final Cause directoryMissing = fault("directory-missing");

  InstallRecord() {
    super("host.record", Vantage.HOST, Section.INSTALL_DIRECTORY);
  }

  @Override
  public Verdict examine(Site site) {
    Installation installation = site.installation();
    if (!installation.isInstalled()) {
      throw new Unavailable("nothing is installed on this host");
    }
    if (!site.files().exists(Installation.RECORD)) {
      return missing.alone(Installation.RECORD, installation.directory());
    }
    if (installation.recorded().isEmpty()) {
      return malformed.alone(Installation.RECORD);
    }
    return site.files().isDirectory(installation.directory())
        ? Verdict.healthy(installation.directory())
        : directoryMissing.alone(installation.directory());
  }

  private static List<Change> write(Site site, Finding finding) {
    String directory = site.installation().directory();
    return site.files().exists(directory + "/docker-stack.yaml")
        ? List.of(
            new Change.Write(Installation.RECORD, "INSTALLED_DIR=" + directory + "\n", "rw-r--r--"))
        : List.of();
  }
}

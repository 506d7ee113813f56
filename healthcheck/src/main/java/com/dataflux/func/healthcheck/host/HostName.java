package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// The host has a name that others can tell it by.
final class HostName extends Check {
  private final Cause unusable = warning("unusable");
  private final Cause changed = warning("changed");

  HostName() {
    super("host.name", Vantage.HOST, Section.WRONG_ADDRESS);
  }

  @Override
  public Verdict examine(Site site) {
    String name = site.files().line("/proc/sys/kernel/hostname");
    if (!name.matches("[A-Za-z0-9]([A-Za-z0-9._-]*)") || name.startsWith("localhost.")) {
      return unusable.alone(name);
    }
    String kept = site.files().line("/etc/hostname");
    return !kept.isEmpty() && !kept.equals(name)
        ? changed.alone(kept, name)
        : Verdict.healthy(name);
  }
}

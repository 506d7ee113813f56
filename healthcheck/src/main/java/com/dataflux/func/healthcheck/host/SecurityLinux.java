package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;

/// SELinux lets containers use the install's directories.
final class SecurityLinux extends Check {
  private final Cause blocks = fault("blocks");

  SecurityLinux() {
    super("host.selinux", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    if (!site.files().line("/sys/fs/selinux/enforce").equals("1")) {
      return Verdict.healthy("-");
    }
    return site.engine().info().security().contains("name=selinux")
        ? blocks.alone()
        : Verdict.healthy("enforcing");
  }
}

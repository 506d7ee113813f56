package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kernel is not too old for containers.
final class KernelVersion extends Check {
  private final Cause tooOld = fault("too-old");

  KernelVersion() {
    super("host.kernel", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    String release = site.files().line("/proc/sys/kernel/osrelease");
    Matcher version = Pattern.compile("^(\\d+)\\.(\\d+)").matcher(release);
    if (!version.find()) {
      throw new Unavailable("/proc/sys/kernel/osrelease does not tell the kernel's version");
    }
    int number = Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2));
    return number < 3010 ? tooOld.alone(release) : Verdict.healthy(release);
  }
}

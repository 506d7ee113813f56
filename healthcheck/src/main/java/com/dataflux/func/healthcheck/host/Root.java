package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The doctor may look everywhere.
final class Root extends Check {
  private final Cause notRoot = warning("not-root");

  Root() {
    super("host.root", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    String status = site.files().text("/proc/self/status").orElse("");
    Matcher uid = Pattern.compile("^Uid:\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE).matcher(status);
    return !uid.find() || uid.group(1).equals("0")
        ? Verdict.healthy("root")
        : notRoot.alone(uid.group(1));
  }
}

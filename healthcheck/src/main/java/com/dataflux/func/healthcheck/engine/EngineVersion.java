package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineInfo;
import com.dataflux.func.healthcheck.site.Site;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The engine is neither too old nor too new for the stack.
final class EngineVersion extends Check {
  private static final int OLDEST_MAJOR = 18;

  /// The newest API that this program speaks.
  private static final double OUR_API = 1.44;

  private final Cause tooOld = fault("too-old");
  private final Cause tooNew = fault("too-new");

  EngineVersion() {
    super("engine.version", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    EngineInfo info = site.engine().info();
    Matcher major = Pattern.compile("^(\\d+)").matcher(info.version());
    if (major.find() && Integer.parseInt(major.group(1)) < OLDEST_MAJOR) {
      return tooOld.alone(info.version());
    }
    return Double.parseDouble(info.minimumApi()) > OUR_API
        ? tooNew.alone(info.version(), info.minimumApi())
        : Verdict.healthy(info.version());
  }
}

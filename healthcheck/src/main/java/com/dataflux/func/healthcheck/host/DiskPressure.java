package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Programs do not wait for the disk most of the time.
final class DiskPressure extends Check {
  private static final Pattern FULL =
      Pattern.compile("^full avg10=\\S+ avg60=([0-9.]+)", Pattern.MULTILINE);
  private static final double TOO_MUCH = 40;

  private final Cause slow = warning("slow");

  DiskPressure() {
    super("host.disk-latency", Vantage.HOST, Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public Verdict examine(Site site) {
    Matcher full = FULL.matcher(site.files().text("/proc/pressure/io").orElse(""));
    if (!full.find()) {
      return Verdict.healthy("-");
    }
    return Double.parseDouble(full.group(1)) > TOO_MUCH
        ? slow.alone(full.group(1))
        : Verdict.healthy(full.group(1) + " %");
  }
}

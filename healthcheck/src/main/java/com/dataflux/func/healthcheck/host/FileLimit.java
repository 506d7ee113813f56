package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The engine may open as many files as containers need.
final class FileLimit extends Check {
  private static final long LEAST = 4096;

  private final Cause low = warning("low");

  FileLimit() {
    super("host.file-limit", Vantage.HOST, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    String pid = site.files().line("/var/run/docker.pid");
    String limits =
        site.files().text("/proc/%s/limits".formatted(pid.isEmpty() ? "self" : pid)).orElse("");
    Matcher files = Pattern.compile("Max open files\\s+(\\d+)").matcher(limits);
    if (!files.find()) {
      return Verdict.healthy("-");
    }
    return Long.parseLong(files.group(1)) < LEAST
        ? low.alone(files.group(1), LEAST)
        : Verdict.healthy(files.group(1));
  }
}

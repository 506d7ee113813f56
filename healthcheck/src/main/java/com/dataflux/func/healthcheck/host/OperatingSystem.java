package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The distribution is one that the engine runs on.
final class OperatingSystem extends Check {
  private static final Pattern FIELD = Pattern.compile("^(\\w+)=\"?(.*?)\"?$", Pattern.MULTILINE);
  private static final Map<String, Double> OLDEST =
      Map.of("ubuntu", 16.04, "centos", 7.0, "rhel", 7.0, "debian", 9.0);

  private final Cause tooOld = warning("too-old");

  OperatingSystem() {
    super("host.system", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    String release = site.files().text("/etc/os-release").orElse("");
    String version = field(release, "VERSION_ID");
    double oldest = OLDEST.getOrDefault(field(release, "ID"), 0.0);
    String name = field(release, "PRETTY_NAME");
    return version.matches("[0-9.]+") && Double.parseDouble(version) < oldest
        ? tooOld.alone(name, oldest)
        : Verdict.healthy(name);
  }

  private static String field(String release, String name) {
    Matcher field = FIELD.matcher(release);
    while (field.find()) {
      if (field.group(1).equals(name)) {
        return field.group(2);
      }
    }
    return "";
  }
}

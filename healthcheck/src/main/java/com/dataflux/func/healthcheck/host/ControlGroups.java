package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.List;

/// The kernel can count and limit what containers take.
final class ControlGroups extends Check {
  private static final List<String> NEEDED = List.of("memory", "cpu", "pids");

  private final Cause lacks = fault("lacks");

  ControlGroups() {
    super("host.cgroups", Vantage.HOST, Section.INSTALL_STOPPED);
  }

  @Override
  public Verdict examine(Site site) {
    List<String> there = new ArrayList<>();
    for (String line : site.files().lines("/proc/cgroups")) {
      String[] fields = line.split("\\s+", -1);
      if (fields.length == 4 && fields[3].equals("1")) {
        there.add(fields[0]);
      }
    }
    there.addAll(List.of(site.files().line("/sys/fs/cgroup/cgroup.controllers").split(" ", -1)));
    List<String> absent = NEEDED.stream().filter(name -> !there.contains(name)).toList();
    return absent.isEmpty()
        ? Verdict.healthy(String.join(", ", NEEDED))
        : lacks.alone(String.join(", ", absent));
  }
}

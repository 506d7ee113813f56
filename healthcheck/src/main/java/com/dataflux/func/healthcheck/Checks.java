package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.application.ApplicationChecks;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.engine.EngineChecks;
import com.dataflux.func.healthcheck.host.HostChecks;
import com.dataflux.func.healthcheck.network.NetworkChecks;
import com.dataflux.func.healthcheck.stack.StackChecks;
import com.dataflux.func.platform.ProblemKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every check there is, in the order in which reports show them.
public final class Checks {
  /// They look at the application's data alone, which its containers see as well.
  private static final Set<String> OF_DATA =
      Set.of(
          "stack.configuration",
          "stack.log-size",
          "application.dump-age",
          "application.dump-whole",
          "application.dump-size",
          "application.dump-space",
          "application.dump-count");

  private Checks() {}

  public static List<Check> all() {
    return Stream.of(
            HostChecks.all(),
            EngineChecks.all(),
            StackChecks.all(),
            NetworkChecks.all(),
            ApplicationChecks.all())
        .flatMap(List::stream)
        .toList();
  }

  /// Those that leave no trace.
  public static List<Check> passive() {
    return all().stream().filter(check -> !check.isActive()).toList();
  }

  /// What an operator should hear of before an install, beside what the installer itself insists
  /// on.
  public static List<Check> beforeInstalling() {
    return named(
        List.of(
            "host.system",
            "host.kernel",
            "host.inodes",
            "host.read-only",
            "host.iptables",
            "host.name",
            "host.other-install",
            "engine.settings",
            "engine.live-restore"));
  }

  /// Those that the application carries out from inside one of its containers.
  public static List<Check> insideContainer() {
    return passive().stream()
        .filter(check -> check.vantage() != Vantage.HOST || OF_DATA.contains(check.id()))
        .toList();
  }

  /// Those that an operator names, by id or by area such as `host`.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE` for a name that is none
  public static List<Check> named(List<String> names) {
    for (String name : names) {
      if (all().stream().noneMatch(check -> isNamed(check, name))) {
        throw ProblemKind.USAGE.exception(
            name + " is not a check",
            "checks are named as `dataflux-func doctor --list` lists them",
            "Give one of those ids, or an area such as host or network.");
      }
    }
    return all().stream()
        .filter(check -> names.stream().anyMatch(name -> isNamed(check, name)))
        .toList();
  }

  private static boolean isNamed(Check check, String name) {
    return check.id().equals(name) || check.area().equals(name);
  }
}

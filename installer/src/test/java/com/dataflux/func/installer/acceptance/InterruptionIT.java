package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An install or upgrade that is struck between two of its steps, in whichever way, ends like an
/// undisturbed one when the same command is run again.
///
/// The property `interruptions=POWER_CUT,DISK_FULL` asks for these blows at every boundary;
/// otherwise all take turns, at every fifth boundary.
@Timeout(value = 3, unit = TimeUnit.HOURS)
class InterruptionIT {
  private static final List<Blow> EVERYWHERE =
      Arrays.stream(System.getProperty("interruptions", "").split(","))
          .filter(name -> !name.isEmpty())
          .map(Blow::valueOf)
          .toList();
  private static final int STRIDE = EVERYWHERE.isEmpty() ? 5 : 1;

  /// Each step writes two entries, and does nothing between its last and the next one's first.
  private static final int ENTRIES_OF_A_STEP = 2;

  /// What runs and what is to run instead, and then the other way round: of one version, so that
  /// neither is older.
  private static final String[] BUNDLES = {"/media/one", "/media/two"};

  @TempDir Path changed;

  private final List<String> failures = new ArrayList<>();
  private int strikes;

  @Test
  void anUpgradeEndsAsIfItHadNotBeenStruck() {
    HostPlan plan =
        plan()
            .withMedium(BUNDLES[0], BuiltBundle.directory())
            .withMedium(
                BUNDLES[1],
                ChangedBundle.of(BuiltBundle.directory(), changed.resolve("two"))
                    .withImageSettings(Map.of("Labels", Map.of("trial", "two")))
                    .withTemplate("docker-stack.yaml.peb", text -> text.replace("5s", "6s"))
                    .withTemplate("user-config.yaml.peb", text -> text + "CUSTOM_NEW: 1\n")
                    .seal("1.0.0"));
    try (Cable cable = Cable.lay();
        AirGappedHost host = AirGappedHost.boot(plan, cable)) {
      run(host, 0, "--mini");
      HostState.writeData(host);
      host.run(
          "sed -i 's/^  worker:/&\\n"
              + "    extra_hosts: [\"a:1.2.3.4\"]/' /usr/local/dataflux-func/docker-stack.yaml");
      int steps = run(host, 1).split("\"begun\"", -1).length - 1;
      String[] undisturbed = {"", HostState.of(host)};
      run(host, 0);
      undisturbed[0] = HostState.of(host);
      int to = 1;
      for (int step = 0; step <= steps; step += STRIDE) {
        for (Blow blow : blows()) {
          strike(host, blow, step, to, undisturbed[to]);
          to = 1 - to;
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private static HostPlan plan() {
    return HostPlan.of(HostSystem.DEBIAN_12).withDisk("/usr/local", "3G");
  }

  private List<Blow> blows() {
    Blow[] all = Blow.values();
    return EVERYWHERE.isEmpty() ? List.of(all[strikes % all.length]) : EVERYWHERE;
  }

  private void strike(AirGappedHost host, Blow blow, int step, int to, String undisturbed) {
    long began = System.nanoTime();
    strikes++;
    PausedInstall install = new PausedInstall(host, command(to, ""));
    String passed = install.pass(step * ENTRIES_OF_A_STEP);
    blow.strike(host, install);
    install.clear();
    String name = "%s before step %d".formatted(blow, step + 1);
    try {
      run(host, to);
      assertThat(HostState.of(host)).as(name).isEqualTo(undisturbed);
      assertThat(host.http("/api/v1/al/auln-hello-world").status()).as(name).isEqualTo(200);
    } catch (AssertionError e) {
      failures.add(
          "%s%n%s%n%s%n%s".formatted(name, passed, host.outcome("cat /tmp/run.log").out(), e));
    }
    System.out.printf(
        "%s: %d of %d as undisturbed, %d s%n",
        name,
        strikes - failures.size(),
        strikes,
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }

  /// @return the journal
  private static String run(AirGappedHost host, int bundle, String... options) {
    Outcome outcome = host.outcome(command(bundle, String.join(" ", options)));
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    return host.run("cd /usr/local/dataflux-func/toolkit; cat journal.jsonl; rm journal.jsonl");
  }

  private static String command(int bundle, String options) {
    return "sh %s/run-portable.sh --yes %s".formatted(BUNDLES[bundle], options);
  }
}

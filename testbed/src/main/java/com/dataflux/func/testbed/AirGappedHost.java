package com.dataflux.func.testbed;

import com.dataflux.func.platform.process.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A real host without a way out: a Debian of its own, booted, with one network card on a [Cable].
/// It is gone without a trace when closed.
public final class AirGappedHost implements AutoCloseable {
  private final HostPlan plan;
  private final Cable cable;
  private final int plug;
  private final String namespace;
  private final HostDisks disks;
  private final Path log;
  private Machine machine;

  private AirGappedHost(HostPlan plan, Cable cable) {
    BuildMachine.needs("iproute2", "curl");
    this.plan = plan;
    this.cable = cable;
    this.plug = cable.plug();
    this.namespace = Cable.name("host");
    Leftovers.undo("ip netns delete " + namespace);
    this.disks = HostDisks.make(plan);
    this.log = disks.home().resolve("console.log");
    this.machine = switchOn();
  }

  /// Switches a host on and waits until it is up.
  public static AirGappedHost boot(HostPlan plan, Cable cable) {
    return new AirGappedHost(plan, cable);
  }

  private Machine switchOn() {
    Programs.run("ip", "netns", "add", namespace);
    cable.connect(namespace, plug);
    Machine started = Machine.start(plan, disks, namespace, log);
    if (plan.systemd()) {
      Waiting.until("the host is up", () -> up(started) ? Boolean.TRUE : null);
    }
    return started;
  }

  private static boolean up(Machine started) {
    List<String> argv = new ArrayList<>(started.enter());
    argv.addAll(List.of("systemctl", "is-system-running"));
    return Set.of("running", "degraded").contains(Programs.outcome(argv).out().strip());
  }

  /// Runs a shell command on the host, whose failure is a failure of the test.
  public String run(String command) {
    Outcome outcome = outcome(command);
    if (!outcome.succeeded()) {
      throw new IllegalStateException(
          "on the host, `%s` ended with %d:%n%s%s"
              .formatted(command, outcome.exitCode(), outcome.out(), outcome.err()));
    }
    return outcome.out();
  }

  /// Runs a shell command on the host that may fail.
  public Outcome outcome(String command) {
    List<String> argv = new ArrayList<>(machine.enter());
    argv.addAll(List.of("/bin/sh", "-c", command));
    return Programs.outcome(argv);
  }

  /// Installs the bundle that the host carries, by the manual's own command.
  public Outcome install(String... options) {
    return outcome(
        "cd '%s' && /bin/bash run-portable.sh %s"
            .formatted(HostPlan.BUNDLE, String.join(" ", options)));
  }

  /// Asks the host itself, on the standard port.
  public HttpAnswer http(String path) {
    return http("127.0.0.1", 8088, path);
  }

  /// Asks from this host another one, or itself.
  public HttpAnswer http(String address, int port, String path) {
    Outcome outcome =
        Programs.outcome(
            List.of(
                "nsenter",
                "--net=/run/netns/" + namespace,
                "curl",
                "-s",
                "-m",
                "20",
                "-w",
                "\n%{http_code} %{redirect_url}",
                "http://%s:%d%s".formatted(address, port, path)));
    String said = outcome.out();
    int end = said.lastIndexOf('\n');
    String[] last = said.substring(end + 1).split(" ", 2);
    return new HttpAnswer(
        Integer.parseInt(last[0]),
        last.length > 1 ? last[1] : "",
        said.substring(0, Math.max(end, 0)));
  }

  /// Everything that listens on the host, of whichever program.
  public Set<ListeningSocket> listeners() {
    return Programs.run("nsenter", "--net=/run/netns/" + namespace, "ss", "-Hlnut")
        .lines()
        .map(ListeningSocket::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Its address on the cable.
  public String address() {
    return Cable.address(plug);
  }

  /// For servers that listen on this host.
  public Place place() {
    return Place.in(namespace, address());
  }

  /// Its root directory as the build machine sees it, to put files in or look at some.
  public Path root() {
    return disks.root();
  }

  /// Restarts it by its own means, and waits until it is up again.
  public void reboot() {
    outcome("systemctl reboot --no-block || systemctl reboot");
    Waiting.until("the host has gone down", () -> machine.outer().isAlive() ? null : Boolean.TRUE);
    wipeKernel();
    machine = switchOn();
  }

  /// Takes the power away.
  public void cutPower() {
    machine.kill();
    wipeKernel();
  }

  /// Gives the power back, after [#cutPower()].
  public void powerOn() {
    machine = switchOn();
  }

  /// Cuts the wire to its network card.
  public void cutCable() {
    cable.set(plug, "down");
  }

  public void mendCable() {
    cable.set(plug, "up");
  }

  /// Its network, rules and all, goes with the kernel of a real host.
  private void wipeKernel() {
    cable.disconnect(plug);
    Programs.outcome(List.of("ip", "netns", "delete", namespace));
  }

  /// The end of what its console printed.
  public String console() {
    return Programs.outcome(List.of("tail", "-n", "40", log.toString())).out();
  }

  @Override
  public void close() {
    machine.kill();
    wipeKernel();
    disks.remove();
  }
}

package com.dataflux.func.healthcheck.site;

import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that checks may look at. What several checks need is gathered once.
public final class Site {
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(10);

  /// Where programs are, those that our engine brings for a host without them last.
  private static final List<String> PATH =
      List.of(
          "/usr/sbin",
          "/usr/bin",
          "/sbin",
          "/bin",
          "/usr/local/sbin",
          "/usr/local/bin",
          EngineFiles.FALLBACK.toString());

  private final Ports ports;
  private final List<String> targets;
  private final Installation installation;
  private final Once<Outlook> fromHost;
  private final Once<InsideView> fromWorker;

  /// @param targets addresses, names or URLs that the operator wants reached
  public Site(Ports ports, List<String> targets) {
    this(ports, new Installation(ports.files()), targets);
  }

  Site(Ports ports, Installation installation, List<String> targets) {
    this.ports = ports;
    this.targets = List.copyOf(targets);
    this.installation = installation;
    this.fromHost = new Once<>(() -> ports.network().outlook(questions(false)));
    this.fromWorker =
        new Once<>(() -> ports.inside().look(questions(true), installation.connections()));
  }

  public HostFiles files() {
    return ports.files();
  }

  public Web web() {
    return ports.web();
  }

  public EngineView engine() {
    return ports.engine();
  }

  public Installation installation() {
    return installation;
  }

  public List<Card> cards() {
    return ports.network().cards();
  }

  public List<String> targets() {
    return targets;
  }

  public Instant now() {
    return ports.clock().instant();
  }

  /// What the host reaches.
  public Outlook fromHost() {
    return fromHost.get();
  }

  /// What a worker sees.
  ///
  /// @throws Unavailable where no container of the application runs
  public InsideView fromWorker() {
    return fromWorker.get();
  }

  /// What looks from both places; each takes seconds where something is silent, so it is begun
  /// before anybody asks.
  public List<Runnable> lookouts() {
    return List.of(fromWorker::attempt, fromHost::attempt);
  }

  /// What was tried by now, from the host and from inside a worker.
  public List<Passage> passages() {
    return Passage.of(
        fromHost.peek().orElse(Outlook.NOTHING),
        fromWorker.peek().map(InsideView::outlook).orElse(Outlook.NOTHING));
  }

  /// Runs a program of the host that only looks; empty where there is no such program.
  public Optional<Outcome> run(String... argv) {
    try {
      return Optional.of(ports.commands().run(Command.of(argv).within(COMMAND_LIMIT)));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /// Whether systemd runs the host's services.
  public boolean hasSystemd() {
    return files().isDirectory("/run/systemd/system");
  }

  /// Whether a program is on the path that services have.
  public boolean hasProgram(String name) {
    return PATH.stream().anyMatch(directory -> files().exists(directory + "/" + name));
  }

  /// Names of services exist inside the stack's network only, so the host is not asked for them.
  private Questions questions(boolean inside) {
    List<Connection> connections =
        installation.isInstalled() ? installation.connections().given() : List.of();
    List<Connection> asked =
        connections.stream()
            .filter(connection -> inside || !installation.runs(connection.host()))
            .toList();
    return new Questions(
        !NameServer.of(files()).isEmpty(),
        asked.stream().map(Connection::host).filter(host -> !isAddress(host)).distinct().toList(),
        asked.stream().map(Connection::endpoint).distinct().toList(),
        targets);
  }

  private static boolean isAddress(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }
}

package com.dataflux.func.healthcheck.site;

import com.dataflux.func.platform.process.CommandRunner;
import java.util.Comparator;
import java.util.List;

/// Looks from inside a worker: a short Python script, read on standard input, in a container that
/// runs already.
public final class WorkerProbe implements Inside {
  private final EngineView engine;
  private final CommandRunner commands;
  private final Patience patience;

  public WorkerProbe(EngineView engine, CommandRunner commands, Patience patience) {
    this.engine = engine;
    this.commands = commands;
    this.patience = patience;
  }

  @Override
  public InsideView look(Questions questions, Installation.Connections connections) {
    EngineContainer worker =
        engine.containers().stream()
            .filter(container -> container.isRunning() && container.isOfApplication())
            // A worker where there is one, the scheduler last.
            .max(Comparator.comparing(container -> container.service().startsWith("worker")))
            .orElseThrow(() -> new Unavailable("no container of the application runs"));
    return new Probe(commands, patience)
        .run(
            List.of("docker", "exec", "-i", worker.id()),
            worker.service(),
            ProbeQuestions.json(questions, connections, patience));
  }
}

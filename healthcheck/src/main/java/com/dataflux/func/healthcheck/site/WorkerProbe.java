package com.dataflux.func.healthcheck.site;

import com.dataflux.func.healthcheck.site.Installation.Connections;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Objects;

/// Looks from inside a worker: a short Python script, read on standard input, in a container that
/// runs already.
public final class WorkerProbe implements Inside {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final EngineView engine;
  private final CommandRunner commands;

  public WorkerProbe(EngineView engine, CommandRunner commands) {
    this.engine = engine;
    this.commands = commands;
  }

  @Override
  public InsideView look(Questions questions, Connections connections) {
    EngineContainer worker =
        engine.containers().stream()
            .filter(container -> container.isRunning() && container.isOfApplication())
            // A worker where there is one, the scheduler last.
            .max(Comparator.comparing(container -> container.service().startsWith("worker")))
            .orElseThrow(() -> new Unavailable("no container of the application runs"));
    String call = "answer(%s)\n".formatted(quoted(ProbeQuestions.json(questions, connections)));
    Outcome outcome =
        run(
            Command.of("docker", "exec", "-i", worker.id(), "python3", "-")
                .reading(script() + call)
                .within(LIMIT));
    if (!outcome.succeeded()) {
      throw new Unavailable(
          "the probe in %s failed: %s".formatted(worker.service(), outcome.lastLines()));
    }
    try {
      return ProbeAnswers.read(MAPPER.readTree(outcome.out()));
    } catch (IOException e) {
      throw new Unavailable(
          "the probe in %s answered what is not JSON".formatted(worker.service()), e);
    }
  }

  private Outcome run(Command command) {
    try {
      return commands.run(command);
    } catch (ProblemException e) {
      throw new Unavailable(String.valueOf(e.getMessage()), e);
    }
  }

  private static String quoted(String json) {
    return "'" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "'";
  }

  private static String script() {
    try (InputStream script = WorkerProbe.class.getResourceAsStream("probe.py")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.dataflux.func.healthcheck.site;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// A short Python script that looks at the network and the databases from where it is run.
record Probe(CommandRunner commands, Patience patience) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// @param enter what to put before the interpreter so that it runs in the right place
  /// @param where for messages
  InsideView run(List<String> enter, String where, String questions) {
    List<String> argv = new ArrayList<>(enter);
    argv.addAll(List.of("python3", "-"));
    String call = "answer('%s')\n".formatted(base64(questions));
    Outcome outcome = run(Command.of(argv).reading(script() + call).within(patience.of(LIMIT)));
    if (!outcome.succeeded()) {
      throw new Unavailable("the probe in %s failed: %s".formatted(where, outcome.lastLines()));
    }
    try {
      return ProbeAnswers.read(MAPPER.readTree(outcome.out()));
    } catch (IOException e) {
      throw new Unavailable("the probe in %s answered what is not JSON".formatted(where), e);
    }
  }

  private Outcome run(Command command) {
    try {
      return commands.run(command);
    } catch (ProblemException e) {
      throw new Unavailable(String.valueOf(e.getMessage()), e);
    }
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String script() {
    try (InputStream script = Probe.class.getResourceAsStream("probe.py")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

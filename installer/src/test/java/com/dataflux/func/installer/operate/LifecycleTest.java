package com.dataflux.func.installer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.engine.InMemoryEngine;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.engine.StackTask;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.InMemoryCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
  @TempDir Path host;

  private final RecordingDisplay display = new RecordingDisplay();
  private final InMemoryEngine engine = new InMemoryEngine();
  private final List<String> told = new ArrayList<>();

  @Test
  void removesTheStackAndWaitsUntilNothingOfItIsLeft() {
    engine.show(
        List.of(new StackService("server", "app:1", 1, Optional.empty())),
        List.of(
            new StackTask(
                "task",
                "server",
                "node",
                "app:1",
                true,
                new StackTask.State.Running(),
                Instant.EPOCH,
                Optional.empty())),
        List.of());

    assertThat(lifecycle().stop()).isTrue();

    assertThat(told).singleElement().asString().endsWith("stack rm dataflux-func");
    assertThat(display.events()).endsWith("done: Remove stack");
  }

  @Test
  void leavesAStackAloneThatDoesNotRun() {
    assertThat(lifecycle().stop()).isFalse();

    assertThat(told).isEmpty();
    assertThat(display.events()).endsWith("skipped: Remove stack (it does not run)");
  }

  private Lifecycle lifecycle() {
    Installed installed = new Installed(new InstallDir(host), Choices.NONE);
    return new Lifecycle(
        display, installed, new StackClient(new Remover()), () -> Optional.of(engine));
  }

  /// The engine's client, where the engine does at once what it is told.
  private final class Remover implements InMemoryCommandRunner {
    @Override
    public Outcome run(Command command) {
      told.add(command.line());
      engine.show(List.of(), List.of(), List.of());
      return new Outcome(command, 0, "", "");
    }
  }
}

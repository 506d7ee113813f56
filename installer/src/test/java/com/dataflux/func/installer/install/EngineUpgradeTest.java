package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.InMemoryEngine;
import com.dataflux.func.platform.engine.SwarmState;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.InMemoryCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineUpgradeTest {
  @TempDir private Path place;
  private final InMemoryEngine engine = new InMemoryEngine();
  private final List<String> told = new ArrayList<>();
  private Path directory;
  private Runnable onRestart = () -> {};

  @BeforeEach
  void install() throws IOException {
    engine.swarm(new SwarmState.Manager("node", "127.0.0.1", 1));
    directory = Files.createDirectories(place.resolve("docker"));
    Files.writeString(directory.resolve("dockerd"), "before");
  }

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @Test
  void replacesTheEngineAndStartsTheContainersOfOthersAgain() throws IOException {
    upgrade();

    assertThat(directory.resolve("dockerd")).hasContent("later");
    assertThat(told.getLast()).endsWith("start theirs");
    assertThat(place).isDirectoryNotContaining("glob:**before");
  }

  @Test
  void goesBackToTheEndThoughItIsInterrupted() throws IOException {
    onRestart =
        () -> {
          onRestart = () -> {};
          Thread.currentThread().interrupt();
          throw interrupted();
        };

    ProblemException e = catchThrowableOfType(ProblemException.class, this::upgrade);

    assertThat(e.problem().kind()).isEqualTo(ProblemKind.INTERRUPTED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(directory.resolve("dockerd")).hasContent("before");
    assertThat(told).filteredOn(line -> line.endsWith("start theirs")).hasSize(1);
    assertThat(told).filteredOn(line -> line.contains("restart")).hasSize(2);
    assertThat(place).isDirectoryNotContaining("glob:**{before,failed}");
  }

  @Test
  void saysWhereNeitherEngineRuns() throws IOException {
    onRestart =
        () -> {
          throw ProblemKind.ENGINE_FAILED.exception("Docker does not run", "no disk", "Look.");
        };

    ProblemException e = catchThrowableOfType(ProblemException.class, this::upgrade);

    assertThat(e.problem().what()).isEqualTo("Neither the later Docker nor the one before runs");
    assertThat(e.problem().why()).contains("no disk");
    assertThat(directory.resolve("dockerd")).hasContent("before");
  }

  private void upgrade() throws IOException {
    byte[] archive = archive();
    Parcel parcel = new Parcel("docker-29.0.0.tgz", () -> new ByteArrayInputStream(archive));
    new EngineUpgrade((InMemoryCommandRunner) this::obey, () -> Optional.of(engine), directory)
        .run(new EnginePlan.Upgrade(parcel, "28.0.0"));
  }

  /// As the real one, it waits for nothing in a thread that is interrupted.
  private Outcome obey(Command command) {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    told.add(command.line());
    if (command.argv().contains("restart")) {
      onRestart.run();
    }
    return new Outcome(command, 0, command.argv().contains("ps") ? "theirs \n" : "", "");
  }

  private static ProblemException interrupted() {
    return ProblemKind.INTERRUPTED.exception("interrupted", "", "Run the same command again.");
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      byte[] program = "later".getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry("docker/dockerd");
      entry.setSize(program.length);
      tar.putArchiveEntry(entry);
      tar.write(program);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}

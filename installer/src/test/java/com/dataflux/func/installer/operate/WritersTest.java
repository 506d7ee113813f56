package com.dataflux.func.installer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.Writers;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritersTest {
  @TempDir private Path place;
  private InstallDir dir;
  private FakeStack stack;

  @BeforeEach
  void install() throws IOException {
    dir = new InstallDir(place);
    Files.createDirectories(dir.toolkit());
    Files.createDirectories(dir.data());
    Files.writeString(dir.userConfig(), "MYSQL_HOST: mysql\n");
    Files.writeString(
        dir.stackFile(),
        """
        version: "3.7"
        services:
          mysql:
            image: image
          server:
            image: image
          beat:
            image: image
        """);
    stack = new FakeStack(dir);
    DeployedMark.ofStack(dir).write();
  }

  @Test
  void startsAgainWhatAKilledRunHasLeftWithoutTasks() {
    stack.run(Command.of("docker", "service", "scale", "dataflux-func_server=0"));

    paused(() -> {});

    assertThat(stack.replicas()).containsEntry("server", 1);
    assertThat(DeployedMark.ofStack(dir).isCurrent()).isTrue();
  }

  @Test
  void countsAsNotDeployedUntilItHasEnded() {
    paused(
        () -> {
          assertThat(stack.replicas()).containsEntry("server", 0).containsEntry("beat", 1);
          assertThat(DeployedMark.ofStack(dir).isCurrent()).isFalse();
        });
  }

  @Test
  void startsTheServicesAgainWhereTheWorkWasInterrupted() {
    assertThatThrownBy(
            () ->
                paused(
                    () -> {
                      Thread.currentThread().interrupt();
                      throw new IllegalStateException("interrupted");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(stack.replicas()).containsEntry("server", 1);
  }

  /// Else the operator reads of a failed restore, and finds pages that do not answer.
  @Test
  void isHealthyAgainBeforeAFailureIsTold() {
    stack.startSlowly(Duration.ofMillis(400));

    assertThatThrownBy(
            () ->
                paused(
                    () -> {
                      throw ProblemKind.COMMAND_FAILED.exception("no room", "disk", "Make room.");
                    }))
        .hasMessageContaining("no room");

    assertThat(stack.isHealthy()).isTrue();
  }

  private void paused(Runnable work) {
    new Writers(stack).pausedDuring(dir, () -> Optional.of(stack.engine), work);
  }
}

package com.dataflux.func.installer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.RebuildMark;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupContainerTest {
  @Test
  void endsARebuildByRestoringItsDatabase(@TempDir Path place) throws IOException {
    InstallDir dir = new InstallDir(place);
    Files.createDirectories(dir.toolkit());
    Files.createDirectories(dir.data());
    Files.writeString(dir.userConfig(), "MYSQL_HOST: mysql\n");
    Files.writeString(
        dir.stackFile(), "services: {mysql: {image: i}, server: {image: i}, beat: {image: i}}\n");
    new RebuildMark(Path.of("/an/archive"), Optional.empty()).write(dir);
    FakeStack stack = new FakeStack(dir);

    try (Activity activity = new RecordingDisplay().begin("Restore")) {
      new BackupContainer(stack)
          .restore(Path.of("/data/a.sql"), dir, () -> Optional.of(stack.engine), activity);
    }

    assertThat(RebuildMark.in(dir)).isEmpty();
  }
}

package com.dataflux.func.installer.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @Test
  void isReadThoughAPowerCutHasTornALine(@TempDir Path place) throws IOException {
    InstallDir dir = new InstallDir(place);
    Files.createDirectories(dir.toolkit());
    Files.writeString(
        dir.toolkit().resolve("history.jsonl"), "{\"action\":\"install\"}\n{\"action\":\"upg");

    assertThat(new History(dir).entries()).hasSize(1);
  }
}

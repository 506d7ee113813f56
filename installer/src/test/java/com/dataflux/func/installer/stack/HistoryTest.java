package com.dataflux.func.installer.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final String WHOLE = "{\"action\":\"install\"}\n";

  @TempDir private Path place;
  private History history;
  private Path file;

  @BeforeEach
  void make() throws IOException {
    InstallDir dir = new InstallDir(place);
    Files.createDirectories(dir.toolkit());
    file = dir.toolkit().resolve("history.jsonl");
    history = new History(dir);
  }

  @Test
  void isReadThoughAPowerCutHasTornALine() throws IOException {
    Files.writeString(file, WHOLE + "{\"action\":\"upg");

    assertThat(history.entries()).hasSize(1);
  }

  @Test
  void isReadThoughALineIsTornWithinALetter() throws IOException {
    byte[] torn = (WHOLE + "{\"result\":\"回").getBytes(StandardCharsets.UTF_8);
    Files.write(file, Arrays.copyOf(torn, torn.length - 1));

    assertThat(history.entries()).hasSize(1);
  }

  @Test
  void keepsALineThatFollowsATornOne() throws IOException {
    Files.writeString(file, WHOLE + "{\"action\":\"upg");

    history.add(History.Entry.now("rollback", "2", "1", "done", Duration.ZERO));

    assertThat(history.entries())
        .extracting(entry -> entry.get("action"))
        .containsExactly("install", "rollback");
  }

  @Test
  void hasNoEmptyLineWhereNoneWasTorn() throws IOException {
    history.add(History.Entry.now("install", "", "1", "done", Duration.ZERO));
    history.add(History.Entry.now("upgrade", "1", "2", "done", Duration.ZERO));

    assertThat(Files.readAllLines(file)).hasSize(2).doesNotContain("");
  }
}

package com.dataflux.func.platform.display;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonDisplayTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Display display = new JsonDisplay(printer(out), printer(err));

  @Test
  void answersOnStandardOutputAndTellsTheRestOnStandardError() {
    display.inform("one \"line\"\n");
    display.answer("text", Map.of("ports", List.of(8088, 1883)));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"event\":\"answer\",\"ports\":[8088,1883]}\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"event\":\"inform\",\"line\":\"one \\\"line\\\"\\n\"}\n");
  }

  @Test
  void writesAPathAsText() {
    display.answer("", Map.of("file", Path.of("/data/sqldump")));

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"file\":\"/data/sqldump\"");
  }

  @Test
  void failsWithTheExitCode() {
    display.fail(ProblemKind.USAGE.problem("Unknown option", "", "See --help."));

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\"exitCode\":2");
  }

  @Test
  void neverShowsASecret() {
    display.answer("", Map.of("password", Secret.of("open sesame")));

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("sesame");
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}

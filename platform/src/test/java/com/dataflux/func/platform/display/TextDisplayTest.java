package com.dataflux.func.platform.display;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextDisplayTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Display display =
      new TextDisplay(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          false);

  @Test
  void showsATreeWhosePartsEnd() {
    try (Activity images = display.begin("Load images")) {
      try (Activity mysql = images.begin("mysql")) {
        mysql.skip("the engine has it");
      }
      images.done();
    }

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Load images …\n", "    – mysql: the engine has it\n", "  ✓ Load images (");
  }

  @Test
  void showsWorkThatAnExceptionLeftAsStopped() {
    display.begin("Deploy").close();

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("✗ Deploy");
  }

  @Test
  void saysWhatWhyAndWhatNextOnStandardError() {
    display.fail(
        ProblemKind.PORT_TAKEN.problem(
            "Port 8088 is taken", "nginx listens on it", "Give another --port."));
    display.answer("the answer", Map.of());

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "Error: Port 8088 is taken.\n"
                + "  Why:  nginx listens on it\n"
                + "  Next: Give another --port.\n");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("the answer\n");
  }

  @Test
  void endsASentenceOfAWarningOnce() {
    display.warn(
        ProblemKind.WARNINGS_FOUND.problem("No filter", "Ports are rules.", "Install one."));

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("No filter: Ports are rules. Install one.");
  }
}

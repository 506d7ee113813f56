package com.dataflux.func.installer.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.JsonDisplay;
import com.dataflux.func.platform.display.RecordingDisplay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerReportTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final JsonDisplay container = display();
  private final RecordingDisplay host = new RecordingDisplay();

  private JsonDisplay display() {
    PrintStream lines = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new JsonDisplay(lines, lines);
  }

  @Test
  void showsThePartsOfWhatTheContainerDoes() {
    try (Activity whole = container.begin("Restore func at mysql:3306")) {
      try (Activity part = whole.begin("Load the dump")) {
        part.note("3 rows, \"/data/表 😀\"");
        part.done();
      }
      try (Activity part = whole.begin("Keep")) {
        part.skip("it holds nothing");
      }
      whole.done();
    }
    container.answer("", Map.of("said", "Restored: 3 rows.", "rows", 3));

    ContainerReport report = read();

    assertThat(host.events())
        .containsExactly(
            "begin: Restore",
            "begin: Restore / Load the dump",
            "done: Restore / Load the dump = 3 rows, \"/data/表 😀\"",
            "begin: Restore / Keep",
            "skipped: Restore / Keep (it holds nothing) = it holds nothing");
    assertThat(report.answer()).containsEntry("said", "Restored: 3 rows.").containsEntry("rows", 3);
    assertThat(report.failure()).isEmpty();
  }

  @Test
  void passesOnWhyItFailed() {
    container.fail(ProblemKind.RESTORE_FAILED.problem("It failed", "key: 'value'\n#2", "Retry."));
    printed.writeBytes("Picked up something else\n".getBytes(StandardCharsets.UTF_8));

    assertThat(read().failure().orElseThrow().problem())
        .isEqualTo(ProblemKind.RESTORE_FAILED.problem("It failed", "key: 'value'\n#2", "Retry."));
  }

  private ContainerReport read() {
    ContainerReport report = new ContainerReport(host.begin("Restore"));
    printed.toString(StandardCharsets.UTF_8).lines().forEach(report);
    return report;
  }
}

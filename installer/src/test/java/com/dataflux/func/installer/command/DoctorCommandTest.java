package com.dataflux.func.installer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.Checks;
import com.dataflux.func.platform.display.RecordingDisplay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  private final RecordingDisplay display = new RecordingDisplay();

  @Test
  void listsEveryCheck() {
    assertThat(run("doctor", "--list", "--language=english")).isZero();
    assertThat(display.events()).singleElement().asString().contains("host.ip-forward", "Swarm");
    assertThat(display.events().getFirst().lines()).hasSameSizeAs(Checks.all());
  }

  @Test
  void explainsACheckInTheOperatorsLanguage() {
    assertThat(run("doctor", "--explain", "host.ip-forward", "--language=chinese")).isZero();
    assertThat(display.events().getFirst()).contains("内核转发", "7.4 缺少内核转发配置", "(--fix)");
  }

  @Test
  void refusesANameThatIsNoCheck() {
    assertThat(run("doctor", "host.nothing")).isEqualTo(2);
    assertThat(display.events()).containsExactly("fail: host.nothing is not a check");
  }

  @Test
  void refusesToTakeBackARepairThatNeverWas() {
    assertThat(run("doctor", "--undo", "20200101-000000-000-host.nothing")).isEqualTo(2);
  }

  private int run(String... args) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Main.run(display, out, args);
  }
}

package com.dataflux.func.installer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.healthcheck.Checks;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.files.HeldLock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorCommandTest {
  @TempDir private Path place;
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
    ProblemException e =
        refusal(purpose -> HeldLock.take(place.resolve("lock"), purpose), "--undo", "2020-nothing");

    assertThat(e.problem().kind()).isEqualTo(ProblemKind.USAGE);
  }

  @Test
  void changesNothingWhileAnotherCommandDoes() {
    Path file = place.resolve("lock");
    try (HeldLock _ = HeldLock.take(file, "install")) {
      Function<String, HeldLock> lock = purpose -> HeldLock.take(file, purpose);

      assertThat(refusal(lock, "--fix", "host.root").problem().kind())
          .isEqualTo(ProblemKind.LOCKED);
      assertThat(refusal(lock, "--undo", "2020-nothing").problem().kind())
          .isEqualTo(ProblemKind.LOCKED);
    }
    assertThat(display.events()).isEmpty();
  }

  private ProblemException refusal(Function<String, HeldLock> lock, String... arguments) {
    DoctorCommand doctor = new DoctorCommand(display, lock);
    new CommandLine(doctor).parseArgs(arguments);
    return catchThrowableOfType(ProblemException.class, doctor::call);
  }

  private int run(String... args) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Main.run(display, out, args);
  }
}

package com.dataflux.func.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostCommandRunnerTest {
  private final CommandRunner runner = new HostCommandRunner();

  @Test
  void readsBothStreamsToTheEndHoweverMuchIsOnEither() {
    Outcome outcome =
        runner.run(
            Command.of("sh", "-c", "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero"));

    assertThat(outcome.out()).hasSize(300_000);
    assertThat(outcome.err()).hasSize(300_000);
  }

  @Test
  void killsAProgramPastItsLimitWithItsChildren() {
    Command sleeping =
        Command.of("sh", "-c", "sleep 61.25 & sleep 61.25").within(Duration.ofMillis(200));

    assertThatThrownBy(() -> runner.run(sleeping))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("in time");
    assertThat(
            ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains("sleep 61.25")))
        .isEmpty();
  }

  @Test
  void namesAProgramThatIsNotThere() {
    assertThatThrownBy(() -> runner.run(Command.of("no-such-program")))
        .hasMessageContaining("`no-such-program` cannot be started");
  }

  @Test
  void handsOverLinesAsTheyAppear() {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());

    runner.run(Command.of("sh", "-c", "echo 一; echo two"), lines::add);

    assertThat(lines).containsExactly("一", "two");
  }

  @Test
  void showsTheLastLinesOfAFailure() {
    assertThatThrownBy(
            () ->
                runner
                    .run(Command.of("sh", "-c", "echo because >&2; exit 3"))
                    .orFail("It broke", "Mend it."))
        .hasMessageContaining("exit code 3: because");
  }
}

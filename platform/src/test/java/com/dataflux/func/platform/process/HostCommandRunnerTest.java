package com.dataflux.func.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void killsAProgramWhoseOutputCannotBeKept() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> runner.run(Command.of("yes").within(Duration.ofSeconds(20)), full))
        .hasMessageContaining("No space left on device");
  }

  @Test
  void passesOnWhatAProgramAddsToAFileUntilItsEnd(@TempDir Path place) throws IOException {
    Path file = Files.createFile(place.resolve("grown"));
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    String slowly = "for n in 1 2 3 4 5; do head -c 300000 /dev/urandom; sleep 0.02; done; exit 3";

    Outcome outcome = runner.run(Command.of("sh", "-c", slowly), file, seen);

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(seen.toByteArray()).hasSize(1_500_000).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void passesOnWhatIsInAFileBeforeTheProgramEnds(@TempDir Path place) throws IOException {
    Path file = Files.createFile(place.resolve("grown"));
    Path met = place.resolve("met");
    OutputStream reader =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            Files.createFile(met);
          }
        };
    Command waiting =
        Command.of(
            "sh", "-c", "printf x; until [ -e \"$0\" ]; do sleep 0.01; done", met.toString());

    assertThat(runner.run(waiting.within(Duration.ofSeconds(20)), file, reader).exitCode())
        .isZero();
  }

  @Test
  void feedsMoreThanAPipeHolds() {
    byte[] block = new byte[1 << 20];

    Outcome outcome =
        runner.feed(
            Command.of("wc", "-c"),
            input -> {
              for (int i = 0; i < 5; i++) {
                input.write(block);
              }
            });

    assertThat(outcome.out().strip()).isEqualTo(Integer.toString(5 << 20));
  }

  @Test
  void killsAProgramWhoseFeedBreaksOff() {
    Command counting = Command.of("sh", "-c", "cat > /dev/null; sleep 61.5");

    assertThatThrownBy(
            () ->
                runner.feed(
                    counting,
                    input -> {
                      throw ProblemKind.DUMP_DAMAGED.exception("The source is cut short", "", "");
                    }))
        .hasMessageContaining("cut short");
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

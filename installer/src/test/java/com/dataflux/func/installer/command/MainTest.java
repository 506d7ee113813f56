package com.dataflux.func.installer.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.display.RecordingDisplay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class MainTest {
  private final RecordingDisplay display = new RecordingDisplay();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--prot=80, Unknown option: '--prot=80'",
        "--port=0, 0 is not a port",
        "--port=web, 'web' is not a number",
        "--install-dir=here, must begin with /",
        "--publish-mode=mesh, 'mesh'",
        "--extra-config=LOUD, --extra-config 'LOUD'",
        "--extra-config=LOG_LEVL: INFO, did you mean LOG_LEVEL?",
        "--extra-config=_WORKER_CONCURRENCY: many, _WORKER_CONCURRENCY: many is not a whole number",
        "--redis-database=-1, --redis-database: -1",
        "--patience=-5, --patience: -5",
        "--auto-setup, needs --auto-setup-admin-password",
        "leftover, leftover",
      })
  void namesWhatIsWrongAndEndsWithTwo(String argument, String named) {
    int exitCode = run("install", "--bundle", "/nowhere", argument);

    assertThat(exitCode).isEqualTo(2);
    assertThat(display.events()).singleElement().asString().startsWith("fail: ").contains(named);
  }

  @Test
  void takesValuesAfterASpaceOrAnEqualsSign() {
    assertThat(run("render", "--port", "18088", "--mini")).isZero();
    assertThat(run("render", "--port=18088", "--mini")).isZero();

    assertThat(display.events()).hasSize(2);
    assertThat(display.events().get(0)).isEqualTo(display.events().get(1)).contains("18088");
  }

  @Test
  void saysWhatItIs() {
    assertThat(run("--version")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("dataflux-func ");
  }

  @Test
  void knowsTheSameOptionsAsTheScriptThatStartsIt() throws IOException {
    String script =
        Files.readString(Path.of(System.getProperty("project.root"), "run-portable.sh"));
    Set<String> ofScript =
        Arrays.stream(
                script
                    .substring(
                        script.indexOf("check_options()"), script.indexOf("install_packages"))
                    .split("[^a-z-]+", -1))
            .filter(word -> word.matches("--[a-z][a-z-]+"))
            .collect(Collectors.toSet());
    CommandLine install = requireNonNull(Commands.all(display).getSubcommands().get("install"));
    Set<String> ofCommand =
        install.getCommandSpec().options().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !Set.of("--bundle", "--version").contains(name))
            .collect(Collectors.toSet());

    assertThat(ofScript).isEqualTo(ofCommand);
  }

  @Test
  void hidesSecretsInWhatItRenders() {
    Stream.of("stack", "config").forEach(subject -> run("render", subject));

    assertThat(display.events())
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("********"));
  }

  private int run(String... args) {
    return Main.run(display, new PrintStream(out, true, StandardCharsets.UTF_8), args);
  }
}

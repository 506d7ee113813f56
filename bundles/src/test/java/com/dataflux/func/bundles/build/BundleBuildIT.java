package com.dataflux.func.bundles.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.OldSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bundle built where no engine can be reached, and what its programs need of a host.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class BundleBuildIT {
  /// Hides the sockets of engines, and puts a `docker` that only leaves a trace before the real
  /// one.
  private static final String WITHOUT_ENGINE =
      """
      for socket in /run/docker.sock /var/run/docker.sock /run/containerd/containerd.sock; do
        [ ! -e "$socket" ] || mount --bind /dev/null "$socket" || exit 120
      done
      printf '#!/bin/sh\\ntouch "%s/called"; exit 1\\n' "$1" > "$1/docker" && chmod 755 "$1/docker" || exit 120
      PATH=$1:$PATH; shift
      exec env -u DOCKER_HOST -u DOCKER_CONTEXT PATH="$PATH" "$@"
      """;

  /// Where Debian 11 has a directory for the programs' own.
  private static final String LIBRARIES = "/usr/local/lib";

  @TempDir private static Path work;
  private static Path bundle = Path.of("");
  private static Path docker = Path.of("");

  @BeforeAll
  static void buildWithoutAnEngine() throws IOException {
    bundle = build("first");
    try (Stream<Path> files = Files.list(bundle)) {
      docker =
          files
              .filter(file -> file.getFileName().toString().startsWith("docker-"))
              .findFirst()
              .orElseThrow();
    }
  }

  private static Path build(String name, String... more) throws IOException {
    Path output = work.resolve(name);
    Path packages = work.resolve("first-cache/apt");
    if (Files.exists(packages)) {
      Path cache = Files.createDirectories(work.resolve(name + "-cache"));
      run(List.of("cp", "-al", packages.toString(), cache.toString()));
    }
    List<String> argv = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", WITHOUT_ENGINE));
    argv.addAll(List.of("build", Files.createDirectories(work.resolve("trap")).toString()));
    argv.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallBuild.class.getName()));
    argv.addAll(List.of(work.resolve(name + "-cache").toString(), output.toString()));
    argv.add(archive().toString());
    argv.addAll(List.of(more));
    run(argv);
    return output;
  }

  /// An image as `docker save` writes it.
  private static Path archive() throws IOException {
    Path directory = work.resolve("sample");
    if (!Files.exists(directory)) {
      SampleBundle.writeImages(directory.resolve("images"));
      try (Activity activity = new RecordingDisplay().begin("sample")) {
        BundleForms.write(directory, "1", BundleLayout.CLASSIC, activity);
      }
    }
    return directory.resolve("mysql.tar.gz");
  }

  private static Outcome run(List<String> argv) {
    return new HostCommandRunner()
        .run(Command.of(argv).within(Duration.ofMinutes(15)))
        .orFail(String.join(" ", argv), "");
  }

  @Test
  void noEngineWasAsked() {
    assertThat(work.resolve("trap/called")).doesNotExist();
    assertThat(work.resolve("trap/docker")).isExecutable();
    try (Bundle built = Bundle.open(bundle)) {
      built.verify(new RecordingDisplay());
      assertThat(built.images())
          .extracting(Image::name)
          .containsExactly("mysql", "redis", "eclipse-mosquitto", "dataflux-func");
      assertThat(built.image("redis").layers().size()).isGreaterThan(1);
    }
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    Path second = build("second", docker.toString());
    assertThat(second.resolve("manifest.json"))
        .hasSameTextualContentAs(bundle.resolve("manifest.json"));
  }

  @Test
  void theJavaRuntimeRunsOnAnOldSystem() throws IOException {
    Path files = unpacked("java-runtime.tgz", "java-files");
    Outcome outcome = OldSystem.run(files, "/opt", "/opt/java/bin/java", "-version");
    assertThat(outcome.succeeded()).as(outcome.lastLines()).isTrue();
  }

  @Test
  void theJavaRuntimeAsksForGlibc217AtMostOrBringsItsOwn() throws IOException {
    Path runtime = unpacked("java-runtime.tgz", "java-symbols");
    if (Files.exists(runtime.resolve("java/lib/glibc"))) {
      assertThat(runtime.resolve("java/lib/glibc/libc.so.6")).isRegularFile();
      return;
    }
    try (Stream<Path> tree = Files.walk(runtime)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        assertThat(glibc(file)).as(file.toString()).allMatch(version -> version <= 17);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker --version",
        "dockerd --version",
        "containerd --version",
        "containerd-shim-runc-v2 -v",
        "runc --version",
        "docker-init --version"
      })
  void theDockerProgramsRunOnAnOldSystem(String call) throws IOException {
    Path home = EngineFiles.DIRECTORY;
    Path files = work.resolve("docker-files");
    if (!Files.exists(files)) {
      Path below = files.resolve(Path.of(LIBRARIES).relativize(home.resolve("..").normalize()));
      Files.createDirectories(below);
      run(List.of("tar", "-xzf", docker.toString(), "-C", below.toString()));
    }
    List<String> words = List.of(call.split(" ", -1));
    Outcome outcome =
        OldSystem.run(files, LIBRARIES, home.resolve(words.getFirst()).toString(), words.getLast());
    assertThat(outcome.succeeded()).as(outcome.lastLines()).isTrue();
  }

  private static Path unpacked(String archive, String name) throws IOException {
    Path directory = Files.createDirectories(work.resolve(name));
    run(List.of("tar", "-xzf", bundle.resolve(archive).toString(), "-C", directory.toString()));
    return directory;
  }

  /// The minor numbers of the releases of the C library that a program names.
  private static List<Integer> glibc(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (content.length < 4 || content[0] != 0x7f || content[1] != 'E') {
      return List.of();
    }
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return Pattern.compile("GLIBC_2\\.([0-9]+)")
        .matcher(text)
        .results()
        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
        .toList();
  }
}

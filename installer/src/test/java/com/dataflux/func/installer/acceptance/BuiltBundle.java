package com.dataflux.func.installer.acceptance;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The bundle that the tests install: the one named by the property `bundle.directory`, or one
/// built from this source by the installer's own jar.
final class BuiltBundle {
  private static final Duration BUILD = Duration.ofMinutes(20);
  private static final Path DIRECTORY = find();

  private BuiltBundle() {}

  static Path directory() {
    return DIRECTORY;
  }

  private static Path find() {
    return Optional.ofNullable(System.getProperty("bundle.directory"))
        .filter(given -> !given.isEmpty())
        .map(Path::of)
        .orElseGet(BuiltBundle::build);
  }

  private static Path build() {
    Path target = Path.of(System.getProperty("project.root")).resolve("installer/target");
    Path bundle = target.resolve("acceptance/dataflux-func-portable");
    Path jar = target.resolve("dataflux-func.jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing: run mvn package first");
    }
    // Classes of tests run beside each other, each in a JVM of its own.
    try (FileChannel lock = FileChannel.open(target.resolve("acceptance.lock"), CREATE, WRITE);
        FileLock _ = lock.lock()) {
      if (!isOf(jar, bundle)) {
        build(jar, bundle);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }

  private static boolean isOf(Path jar, Path bundle) throws IOException {
    Path manifest = bundle.resolve("manifest.json");
    return Files.exists(manifest)
        && Files.getLastModifiedTime(manifest).compareTo(Files.getLastModifiedTime(jar)) > 0;
  }

  private static void build(Path jar, Path bundle) {
    new HostCommandRunner()
        .run(
            Command.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    jar.toString(),
                    "bundle",
                    "build",
                    "--output",
                    bundle.toString())
                .within(BUILD))
        .orFail("The bundle could not be built", "Look at the messages above.");
  }
}

package com.dataflux.func.testbed;

import static java.util.Objects.requireNonNullElse;

import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.function.Consumer;

/// Directories that are expensive to make and the same for the same description, kept between runs.
final class BuildCache {
  private static final Path DIRECTORY =
      Path.of(
              requireNonNullElse(
                  System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home") + "/.cache"))
          .resolve("dataflux-func/testbed");

  private BuildCache() {}

  /// The directory for a description, made by `maker` where there is none yet. Other processes that
  /// want it wait.
  ///
  /// @param name how it is called, for people
  /// @param description everything that its content depends on
  /// @param maker fills an empty directory
  static Path directory(String name, String description, Consumer<Path> maker) {
    Path made =
        DIRECTORY.resolve(
            name + "-" + Digest.of(description.getBytes(StandardCharsets.UTF_8)).shortHex());
    if (Files.isDirectory(made)) {
      return made;
    }
    try {
      Files.createDirectories(DIRECTORY);
      synchronized (BuildCache.class) {
        try (FileChannel lock =
            FileChannel.open(
                DIRECTORY.resolve(name + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
          lock.lock();
          if (!Files.isDirectory(made)) {
            Path part = DIRECTORY.resolve(name + ".part");
            clear(part);
            Files.createDirectory(part);
            maker.accept(part);
            Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  /// Removes what a maker that was killed left, mounts included.
  private static void clear(Path part) throws IOException {
    Files.readAllLines(Path.of("/proc/mounts")).stream()
        .map(line -> line.split(" ", 3)[1])
        .filter(place -> Path.of(place).startsWith(part))
        .sorted(Comparator.reverseOrder())
        .forEach(place -> Programs.run("umount", "--lazy", place));
    Programs.run("rm", "-rf", "--one-file-system", part.toString());
  }
}

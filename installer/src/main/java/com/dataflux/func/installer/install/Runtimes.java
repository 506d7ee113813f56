package com.dataflux.func.installer.install;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.installer.stack.Trees;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Java runtimes of the toolkit, each in a directory of its own, and the link `java` to the one
/// in use. A program that runs on one goes on when the link is switched over: Java opens files of
/// its runtime, and starts one of its programs, as long as it lives.
final class Runtimes {
  private static final String JAVA = "bin/java";

  private final InstallDir dir;
  private final Path directory;
  private final Path link;

  Runtimes(InstallDir dir) {
    this.dir = dir;
    this.directory = dir.toolkit().resolve("runtimes");
    this.link = dir.toolkit().resolve("java");
  }

  boolean isCurrent(Cargo cargo) throws IOException {
    return Files.isSymbolicLink(link)
        && Files.readSymbolicLink(link).equals(target(cargo))
        && Files.exists(link.resolve(JAVA));
  }

  void unpack(Cargo cargo) throws IOException {
    Path runtime = directory.resolve(cargo.runtimeDigest());
    if (!Files.exists(runtime.resolve(JAVA))) {
      Files.createDirectories(directory);
      new Archive(cargo.javaRuntime()).unpackTo(runtime);
    }
    if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
      Trees.delete(link);
    }
    Path part = link.resolveSibling("java.part");
    Files.deleteIfExists(part);
    Files.createSymbolicLink(part, target(cargo));
    AtomicFile.moveInto(part, link);
  }

  /// Removes those that neither this version nor a kept one names, and that this very program does
  /// not run on.
  void removeUnused() throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    List<Path> used =
        Stream.of(link, dir.pendingUpgrade().resolve("java"), dir.previous().resolve("java"))
            .filter(Files::isSymbolicLink)
            .map(Runtimes::name)
            .toList();
    Path running = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> runtimes = Files.list(directory)) {
      for (Path runtime : (Iterable<Path>) runtimes::iterator) {
        if (!used.contains(runtime.getFileName()) && !running.equals(runtime.toRealPath())) {
          Trees.delete(runtime);
        }
      }
    }
  }

  private static Path name(Path named) {
    try {
      return requireNonNull(Files.readSymbolicLink(named).getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path target(Cargo cargo) {
    return Path.of("runtimes", cargo.runtimeDigest());
  }
}

package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.Node;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes programs of packages independent of the host's C library: loader and libraries lie in one
/// directory whose path each program knows. RPATH, not RUNPATH: it also holds for what libraries
/// need.
final class Relocation {
  static final String LOADER = "ld-linux-x86-64.so.2";
  private static final List<String> PLACES =
      List.of("usr/lib/x86_64-linux-gnu/", "usr/lib64/", "usr/lib/");
  private static final int LINKS = 8;

  private final CommandRunner runner;
  private final FileTree packages;
  private final String home;
  private final Path spool;
  private final SortedMap<String, Path> libraries = new TreeMap<>();

  /// @param home directory of the libraries on the target
  Relocation(CommandRunner runner, FileTree packages, String home, Path spool) {
    this.runner = runner;
    this.packages = packages;
    this.home = home;
    this.spool = spool;
  }

  /// The relocated copy of a program; its libraries are collected.
  Path program(String place) throws IOException {
    Path copy = copy(place);
    List<String> needed = needed(copy);
    if (!needed.isEmpty()) {
      patchelf(copy, "--set-interpreter", home + "/" + LOADER);
      patchelf(copy, "--force-rpath", "--set-rpath", home);
      library(LOADER);
      for (String name : needed) {
        library(name);
      }
    }
    return copy;
  }

  /// The relocated copy of a library that a program opens by itself.
  Path plugin(String place) throws IOException {
    return relocated(copy(place));
  }

  /// Name → relocated copy, of all that the programs so far need.
  SortedMap<String, Path> libraries() {
    return Collections.unmodifiableSortedMap(libraries);
  }

  private void library(String name) throws IOException {
    if (libraries.containsKey(name)) {
      return;
    }
    Path copy = copy(find(name));
    libraries.put(name, copy);
    if (!name.equals(LOADER)) {
      relocated(copy);
    }
  }

  private Path relocated(Path library) throws IOException {
    for (String name : needed(library)) {
      library(name);
    }
    patchelf(library, "--force-rpath", "--set-rpath", home);
    return library;
  }

  private String find(String name) {
    return PLACES.stream()
        .map(place -> place + name)
        .filter(path -> packages.nodes().containsKey(path))
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  private Path copy(String place) throws IOException {
    String path = place;
    for (int i = 0; i < LINKS; i++) {
      switch (packages.nodes().get(path)) {
        case Node.File file -> {
          Path copy = Files.createTempFile(spool, "program", "");
          try (InputStream in = file.content().open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
          }
          return copy;
        }
        case Node.Link link -> {
          Path directory = Path.of("/" + path).resolveSibling(link.target()).normalize();
          path = directory.toString().substring(1).replaceFirst("^lib", "usr/lib");
        }
        case null, default -> throw missing(path);
      }
    }
    throw missing(place);
  }

  private List<String> needed(Path file) {
    Outcome outcome = runner.run(Command.of("patchelf", "--print-needed", file.toString()));
    // A static program has no such section, and patchelf says so by failing.
    return outcome.succeeded() ? outcome.out().lines().toList() : List.of();
  }

  private void patchelf(Path file, String... arguments) {
    String[] argv = new String[arguments.length + 2];
    argv[0] = "patchelf";
    System.arraycopy(arguments, 0, argv, 1, arguments.length);
    argv[argv.length - 1] = file.toString();
    runner
        .run(Command.of(argv))
        .orFail("A program of Docker cannot be relocated", "Install a recent patchelf.");
  }

  private static RuntimeException missing(String name) {
    return ProblemKind.BUILD_FAILED.exception(
        "The packages of Docker do not hold %s".formatted(name),
        "a program needs it",
        "Give a static archive with --docker FILE.");
  }
}

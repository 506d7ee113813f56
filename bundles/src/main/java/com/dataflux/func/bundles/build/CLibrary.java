package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.Content;
import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.Node;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The C library that a JDK was made against. A runtime that asks for a newer one than old hosts
/// have brings it along, and starts through its loader; Temurin's needs none.
final class CLibrary {
  /// What CentOS 7 has.
  private static final int OLDEST_MINOR = 17;

  private static final Pattern VERSION = Pattern.compile("GLIBC_2\\.(\\d+)");
  private static final String DIRECTORY = "java/lib/glibc";

  private final CommandRunner runner;
  private final Path jdk;

  CLibrary(CommandRunner runner, Path jdk) {
    this.runner = runner;
    this.jdk = jdk;
  }

  /// Puts it into the archive of a runtime that needs it.
  ///
  /// @param tree the runtime, under `java`
  void accompany(Path runtime, FileTree tree) throws IOException {
    List<Path> programs = programs(runtime);
    if (programs.stream().noneMatch(this::asksForMore)) {
      return;
    }
    Path loader = Path.of(patchelf("--print-interpreter", jdk.resolve("bin/java"))).toRealPath();
    tree.put(DIRECTORY, new Node.Directory(0755, 0, 0));
    for (Path library : closure(programs, loader).values()) {
      put(tree, DIRECTORY + "/" + library.getFileName(), Content.of(library.toRealPath()));
    }
    put(tree, "java/lib/java", Content.of(runtime.resolve("bin/java")));
    put(tree, "java/bin/java", Content.of(start(loader)));
  }

  /// The helper with which Java starts programs would look for the host's C library: fork does
  /// without it.
  private static String start(Path loader) {
    return """
    #!/bin/sh
    # For hosts whose C library is older than the one that this Java was made against.
    home=${0%%/*}/..
    exec "$home/lib/glibc/%s" --library-path "$home/lib/glibc" "$home/lib/java" \
      -Djdk.lang.Process.launchMechanism=FORK "$@"
    """
        .formatted(loader.getFileName());
  }

  private static void put(FileTree tree, String name, Content content) {
    tree.put(name, new Node.File(0755, 0, 0, content));
  }

  private static List<Path> programs(Path runtime) throws IOException {
    List<Path> programs = new ArrayList<>(List.of(runtime.resolve("bin/java")));
    try (Stream<Path> files = Files.walk(runtime.resolve("lib"))) {
      files.filter(file -> file.toString().endsWith(".so")).sorted().forEach(programs::add);
    }
    return programs;
  }

  private boolean asksForMore(Path program) {
    String versions =
        runner
            .run(Command.of("readelf", "--version-info", "--wide", program.toString()))
            .orFail("%s cannot be read".formatted(program), "Install the package binutils.")
            .out();
    Matcher matcher = VERSION.matcher(versions);
    while (matcher.find()) {
      if (Integer.parseInt(matcher.group(1)) > OLDEST_MINOR) {
        return true;
      }
    }
    return false;
  }

  /// Name → file of everything that the programs need and the runtime does not have.
  private SortedMap<String, Path> closure(List<Path> programs, Path loader) {
    SortedMap<String, Path> found = new TreeMap<>();
    found.put(loader.getFileName().toString(), loader);
    Deque<Path> open = new ArrayDeque<>(programs);
    while (!open.isEmpty()) {
      for (String name : patchelf("--print-needed", open.remove()).lines().toList()) {
        Path library = loader.resolveSibling(name);
        boolean own = programs.stream().anyMatch(program -> program.endsWith(name));
        if (!own && !found.containsKey(name)) {
          if (!Files.exists(library)) {
            throw ProblemKind.BUILD_FAILED.exception(
                "The JDK in %s needs %s".formatted(jdk, name),
                "it is not beside %s".formatted(loader),
                "Name another JDK 25 with --jdk DIRECTORY.");
          }
          found.put(name, library);
          open.add(library);
        }
      }
    }
    return found;
  }

  private String patchelf(String question, Path program) {
    return runner
        .run(Command.of("patchelf", question, program.toString()))
        .orFail("%s cannot be read".formatted(program), "Install the package patchelf.")
        .out()
        .strip();
  }
}

package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.ArchiveTree;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/// Makes small Java runtimes with the jlink of the JDK that this program runs on.
final class JavaRuntime {
  private static final Duration LINKING = Duration.ofMinutes(5);

  /// What the installer and the application need between them.
  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.compiler",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "java.xml",
          "jdk.crypto.ec",
          "jdk.jfr",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  private final CommandRunner runner;
  private final BuildCache cache;
  private final Path jdk;

  JavaRuntime(CommandRunner runner, BuildCache cache, Path jdk) {
    this.runner = runner;
    this.cache = cache;
    this.jdk = jdk;
  }

  /// The runtime as an archive, in the cache.
  Path archive() throws IOException {
    Path runtime = directory();
    Path made = runtime.resolveSibling(runtime.getFileName() + ".tgz");
    if (!Files.isRegularFile(made)) {
      Path part = runtime.resolveSibling(runtime.getFileName() + ".tgz.part");
      GzipArchive.write(ArchiveTree.directory(runtime, "java"), part);
      Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
    }
    return made;
  }

  /// The directory of the runtime, in the cache.
  Path directory() throws IOException {
    Path jlink = jdk.resolve("bin/jlink");
    if (!Files.isExecutable(jlink)) {
      throw ProblemKind.BUILD_FAILED.exception(
          "There is no jlink in %s".formatted(jdk),
          "a Java runtime is made from a whole JDK 25",
          "Install a JDK 25, or name one with --jdk DIRECTORY.");
    }
    Key key = new Key("runtime").add(Files.readString(jdk.resolve("release"))).addAll(MODULES);
    Path made = cache.directory("runtimes").resolve(key.digest().shortHex());
    if (Files.isDirectory(made)) {
      return made;
    }
    Path part = made.resolveSibling(made.getFileName() + ".part");
    Directories.delete(part);
    runner
        .run(
            Command.of(
                    jlink.toString(),
                    "--add-modules",
                    String.join(",", MODULES),
                    "--strip-debug",
                    "--no-header-files",
                    "--no-man-pages",
                    // The archive or layer that it goes into compresses better than jlink does.
                    "--compress=zip-0",
                    "--output",
                    part.toString())
                .within(LINKING))
        .orFail("The Java runtime cannot be made", "Look at the JDK in %s.".formatted(jdk));
    Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
    return made;
  }
}

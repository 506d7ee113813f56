package com.dataflux.func.bundles.build;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.bundles.layer.ArchiveTree;
import com.dataflux.func.bundles.layer.Content;
import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.Node;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /// The runtime as an archive, in the cache. It brings the native part of zstd, which would
  /// otherwise be unpacked to where programs may not be executed.
  Path archive() throws IOException {
    Path runtime = directory();
    String library = "libzstd-jni-%s.so".formatted(ZstdVersion.VERSION);
    Path made = runtime.resolveSibling("%s-%s.tgz".formatted(runtime.getFileName(), library));
    if (!Files.isRegularFile(made)) {
      FileTree tree = ArchiveTree.directory(runtime, "java");
      new CLibrary(runner, jdk).accompany(runtime, tree);
      tree.put("java/lib/" + library, new Node.File(0644, 0, 0, resource(library)));
      Path part = made.resolveSibling(made.getFileName() + ".part");
      GzipArchive.write(tree, part);
      Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
    }
    return made;
  }

  private static Content resource(String library) throws IOException {
    try (InputStream stream = Zstd.class.getResourceAsStream("/linux/amd64/" + library)) {
      return Content.of(requireNonNull(stream).readAllBytes());
    }
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
    Key key =
        new Key("runtime, stripped").add(Files.readString(jdk.resolve("release"))).addAll(MODULES);
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
    strip(part);
    Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
    return made;
  }

  /// Takes the names of inner functions out of the libraries, 5 MB that jlink leaves in.
  private void strip(Path runtime) throws IOException {
    List<String> argv = new ArrayList<>(List.of("strip", "--strip-unneeded"));
    try (Stream<Path> tree = Files.walk(runtime.resolve("lib"))) {
      tree.map(Path::toString).filter(name -> name.endsWith(".so")).sorted().forEach(argv::add);
    }
    runner
        .run(Command.of(argv).within(LINKING))
        .orFail("The Java runtime cannot be stripped", "Install the package binutils.");
  }
}

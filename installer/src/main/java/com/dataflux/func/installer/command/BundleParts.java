package com.dataflux.func.installer.command;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.install.Rendering;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// What this program puts into a bundle of itself: its jar without the application, the scripts,
/// the examples. They lie in a temporary directory until closed.
///
/// @param files name in the bundle → file
record BundleParts(Path directory, Path application, Map<String, Path> files)
    implements AutoCloseable {
  private static final String APPLICATION = "application.zip";
  private static final String SCRIPT = "run-portable.sh";

  static BundleParts unpack() {
    try {
      Path directory = Files.createTempDirectory("dataflux-func-parts-");
      Map<String, Path> files = new LinkedHashMap<>();
      files.put("dataflux-func.jar", jar(directory.resolve("dataflux-func.jar")));
      Path script = resource(SCRIPT, directory.resolve(SCRIPT));
      Files.setPosixFilePermissions(script, AtomicFile.EXECUTABLE);
      files.put(SCRIPT, script);
      files.put("docker.service", render(Rendering.Subject.DOCKER_SERVICE, directory));
      files.put("docker-stack.example.yaml", render(Rendering.Subject.STACK, directory));
      Path application = directory.resolve(APPLICATION);
      return new BundleParts(directory, resource(APPLICATION, application), files);
    } catch (IOException | URISyntaxException e) {
      throw ProblemKind.BUILD_FAILED
          .problem(
              "The parts of a bundle cannot be written",
              e.toString(),
              "Look at the free space of %s.".formatted(System.getProperty("java.io.tmpdir")))
          .asException(e);
    }
  }

  private static Path render(Rendering.Subject subject, Path directory) throws IOException {
    String text = new Rendering().of(subject, Optional.of(InstallDir.DEFAULT), Choices.NONE);
    return Files.writeString(directory.resolve(subject.name()), text);
  }

  private static Path resource(String name, Path target) throws IOException {
    try (InputStream stream = BundleParts.class.getResourceAsStream("/" + name)) {
      if (stream != null) {
        Files.copy(stream, target);
      }
    }
    return target;
  }

  /// This program's own jar without the application, which the bundle carries as an image.
  private static Path jar(Path target) throws IOException, URISyntaxException {
    Path own =
        Path.of(BundleParts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isRegularFile(own)) {
      throw ProblemKind.BUILD_FAILED.exception(
          "A bundle is built by the program's jar",
          "this program runs from %s".formatted(own),
          "Build the jar with `mvn package`, and run that.");
    }
    try (ZipFile from = new ZipFile(own.toFile());
        OutputStream file = Files.newOutputStream(target);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry :
          (Iterable<ZipEntry>) from.stream().map(ZipEntry.class::cast)::iterator) {
        if (!entry.getName().equals(APPLICATION)) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setLastModifiedTime(FileTime.fromMillis(entry.getTime()));
          to.putNextEntry(copy);
          from.getInputStream(entry).transferTo(to);
          to.closeEntry();
        }
      }
    }
    return target;
  }

  @Override
  public void close() {
    try {
      for (Path file : files.values()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(application);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // What is left lies in the temporary directory.
    }
  }
}

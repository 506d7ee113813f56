package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.FileEntry;
import com.dataflux.func.bundles.Manifest;
import com.dataflux.func.bundles.Parallel;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// Lists every file of a finished bundle in its manifest.
final class ManifestWriter {
  static final String ARCHITECTURE = "amd64";

  private ManifestWriter() {}

  static void write(Path directory, String version) throws IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(directory)) {
      paths = tree.filter(Files::isRegularFile).toList();
    }
    ConcurrentLinkedQueue<FileEntry> entries = new ConcurrentLinkedQueue<>();
    Parallel.each(
        paths,
        path -> {
          try (InputStream stream = Files.newInputStream(path)) {
            String name = directory.relativize(path).toString();
            entries.add(new FileEntry(name, Files.size(path), Digest.of(stream)));
          }
        });
    Manifest manifest = new Manifest(version, ARCHITECTURE, List.copyOf(entries));
    Files.write(directory.resolve(Manifest.NAME), manifest.toJson());
  }
}

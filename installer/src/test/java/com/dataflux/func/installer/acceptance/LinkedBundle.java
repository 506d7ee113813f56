package com.dataflux.func.installer.acceptance;

import com.dataflux.func.bundles.FileEntry;
import com.dataflux.func.bundles.Manifest;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A copy of a bundle, to change. What is not changed is linked to the original's files, so a
/// changed file is a new one.
record LinkedBundle(Path directory) {

  static LinkedBundle of(Path original, Path directory) {
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = directory.resolve(original.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createLink(target, file);
        }
      }
      return new LinkedBundle(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Manifest manifest() {
    return Manifest.read(read(Manifest.NAME));
  }

  byte[] read(String name) {
    try {
      return Files.readAllBytes(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String name, byte[] content) {
    remove(name);
    try {
      Files.write(directory.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Lets the manifest tell of other files, and another version or architecture.
  void put(Manifest manifest) {
    put(Manifest.NAME, manifest.toJson());
  }

  /// The manifest's files, as they are in the directory now.
  List<FileEntry> files() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .filter(name -> !name.equals(Manifest.NAME))
          .map(this::entry)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileEntry entry(String name) {
    byte[] content = read(name);
    return new FileEntry(name, content.length, Digest.of(content));
  }
}

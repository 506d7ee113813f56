package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The files of a directory. Links are refused, since they may lead out of it.
public final class DirectoryContents implements Contents {
  private final Path directory;

  public DirectoryContents(Path directory) {
    this.directory = directory;
  }

  @Override
  public SortedSet<String> names() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        String name = directory.relativize(path).toString().replace('\\', '/');
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          throw notAFile(name);
        }
        names.add(name);
      }
    }
    return names;
  }

  @Override
  public boolean has(String name) {
    return Files.isRegularFile(at(name), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public long size(String name) throws IOException {
    return Files.size(file(name));
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(file(name));
  }

  @Override
  public void close() {}

  private Path at(String name) {
    return directory.resolve(name);
  }

  private Path file(String name) throws IOException {
    Path file = at(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(name);
    }
    if (!has(name)) {
      throw notAFile(name);
    }
    return file;
  }

  private static RuntimeException notAFile(String name) {
    return ProblemKind.BUNDLE_MALFORMED.exception(
        "%s is a link or a device, not a file".formatted(name),
        "a bundle holds plain files only",
        "Copy or build the bundle again.");
  }
}

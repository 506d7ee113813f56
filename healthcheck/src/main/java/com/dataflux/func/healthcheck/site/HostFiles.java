package com.dataflux.func.healthcheck.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// The files of the host, named by their absolute paths, under a root that is `/` except in tests.
public record HostFiles(Path root) {

  /// Where a path of the host really lies.
  public Path at(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  public boolean exists(String path) {
    return Files.exists(at(path));
  }

  public boolean isDirectory(String path) {
    return Files.isDirectory(at(path));
  }

  public boolean isDanglingLink(String path) {
    return Files.isSymbolicLink(at(path)) && !exists(path);
  }

  /// The whole text of a file; empty where there is no such file.
  ///
  /// @throws Unavailable where it exists and cannot be read
  public Optional<String> text(String path) {
    try {
      return Optional.of(new String(Files.readAllBytes(at(path)), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /// The text of a file without surrounding space; an empty one where there is no such file.
  public String line(String path) {
    return text(path).orElse("").strip();
  }

  public List<String> lines(String path) {
    return text(path).orElse("").lines().toList();
  }

  /// Names in a directory, sorted; none where there is no such directory.
  public List<String> list(String path) {
    try (Stream<Path> entries = Files.list(at(path))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /// In the form `rw-r--r--`.
  public String mode(String path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(at(path)));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  public long size(String path) {
    try {
      return Files.size(at(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  public Instant modified(String path) {
    try {
      return Files.getLastModifiedTime(at(path)).toInstant();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /// What a link says, unresolved; empty where it is none.
  public String link(String path) {
    try {
      return Files.isSymbolicLink(at(path)) ? Files.readSymbolicLink(at(path)).toString() : "";
    } catch (IOException e) {
      return "";
    }
  }

  public boolean isFile(String path) {
    return Files.isRegularFile(at(path), LinkOption.NOFOLLOW_LINKS);
  }

  /// The end of a file.
  public String tail(String path, int bytes) {
    try (SeekableByteChannel file = Files.newByteChannel(at(path))) {
      file.position(Math.max(0, file.size() - bytes));
      byte[] end = Channels.newInputStream(file).readNBytes(bytes);
      return new String(end, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /// The CRC32C of a file, as 8 hexadecimal digits.
  public String crc32c(String path) {
    CRC32C digest = new CRC32C();
    byte[] buffer = new byte[1 << 16];
    try (InputStream file = Files.newInputStream(at(path))) {
      for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return "%08x".formatted(digest.getValue());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /// Bytes that the disk under a path has left.
  public long freeSpace(String path) {
    try {
      return Files.getFileStore(at(path)).getUsableSpace();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static Unavailable unreadable(String path, IOException e) {
    return new Unavailable("%s cannot be read: %s".formatted(path, e), e);
  }
}

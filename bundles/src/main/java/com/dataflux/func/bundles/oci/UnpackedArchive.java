package com.dataflux.func.bundles.oci;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.platform.ProblemKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Opens a tar archive that may be compressed; then it is unpacked into a temporary file first,
/// since gzip cannot be read from the middle. The file has no name once it can be read, so that
/// nothing is left of it whatever becomes of this process.
final class UnpackedArchive {
  /// What a file system that is full may say to have still.
  private static final long NOTHING = 1 << 20;

  private UnpackedArchive() {}

  /// @throws com.dataflux.func.platform.ProblemException of kind `DISK_TOO_SMALL` where there is no
  ///   room to unpack it
  static TarContents of(Path archive) throws IOException {
    try (InputStream stream = Files.newInputStream(archive);
        BufferedInputStream buffered = new BufferedInputStream(stream)) {
      return Compression.of(buffered) == Compression.NONE
          ? new TarContents(archive, "")
          : unpack(archive, Compression.decode(buffered), roomiest(archive));
    }
  }

  /// The directory for temporary files, or the archive's own where that has more room.
  private static Path roomiest(Path archive) throws IOException {
    Path usual = Path.of(System.getProperty("java.io.tmpdir"));
    Path own = requireNonNull(archive.toAbsolutePath().getParent());
    return Files.isWritable(own) && room(own) > room(usual) ? own : usual;
  }

  private static long room(Path directory) throws IOException {
    return Files.getFileStore(directory).getUsableSpace();
  }

  static TarContents unpack(Path archive, InputStream content, Path directory) throws IOException {
    Path temporary = Files.createTempFile(directory, "dataflux-func-", ".tar");
    try {
      Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
      return new TarContents(temporary, "");
    } catch (IOException e) {
      if (room(directory) < NOTHING) {
        throw ProblemKind.DISK_TOO_SMALL
            .problem(
                "There is no room in %s to unpack %s".formatted(directory, archive.getFileName()),
                e.toString(),
                "Free space there, then run the same command again.")
            .asException(e);
      }
      throw e;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}

package com.dataflux.func.bundles.oci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens images that lie on a disk, whatever their form.
public final class ImageFiles {
  private ImageFiles() {}

  /// @param path an OCI layout as a directory or a tar archive, or an archive of `docker save`,
  ///   compressed or not
  /// @param name for an image that has none of its own
  /// @param architecture whose image is taken where there are several
  public static ImageSource open(Path path, String name, String architecture) throws IOException {
    Contents contents =
        Files.isDirectory(path) ? new DirectoryContents(path) : UnpackedArchive.of(path);
    try {
      // Newer engines save both forms in one archive; theirs names the image.
      return contents.has(DockerArchive.MANIFEST)
          ? new DockerArchive(contents, name)
          : new OciLayout(contents, "", architecture);
    } catch (IOException | RuntimeException e) {
      contents.close();
      throw e;
    }
  }
}

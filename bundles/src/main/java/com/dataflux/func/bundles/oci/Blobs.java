package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;

/// Reads small blobs whole, with a limit, checked against size and digest.
public final class Blobs {
  public static final int LARGEST_CONFIG = 8 << 20;
  public static final int LARGEST_MANIFEST = 4 << 20;

  private Blobs() {}

  public static byte[] read(ImageSource source, Descriptor blob, int largest) throws IOException {
    if (blob.size() < 0 || blob.size() > largest) {
      throw ProblemKind.BUNDLE_MALFORMED.exception(
          "%s is announced with a size of %d bytes".formatted(blob.digest(), blob.size()),
          "at most %d bytes are accepted there".formatted(largest),
          "Fetch or build the bundle or image again.");
    }
    try (InputStream stream = source.openBlob(blob)) {
      return checked(blob, stream.readNBytes((int) blob.size() + 1));
    }
  }

  static byte[] checked(Descriptor blob, byte[] content) {
    if (content.length != blob.size() || !Digest.of(content).equals(blob.digest())) {
      throw ProblemKind.BUNDLE_DAMAGED.exception(
          "blobs/sha256/%s is not what its name says".formatted(blob.digest().hex()),
          "its content has another size or digest",
          "Copy or build the bundle again.");
    }
    return content;
  }
}

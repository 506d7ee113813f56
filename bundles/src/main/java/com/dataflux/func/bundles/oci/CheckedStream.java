package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.SingleByte;
import com.dataflux.func.platform.image.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// A layer's archive whose size and digest are checked when it has been read to its end.
final class CheckedStream extends FilterInputStream {
  private final Layer layer;
  private final MessageDigest sha256 = Digest.algorithm();
  private long count;
  private boolean ended;

  CheckedStream(InputStream archive, Layer layer) {
    super(archive);
    this.layer = layer;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.readFrom(this);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      sha256.update(buffer, offset, n);
      count += n;
      if (layer.uncompressedSize() >= 0 && count > layer.uncompressedSize()) {
        throw refusal("it is longer than the announced " + layer.uncompressedSize() + " bytes");
      }
    } else if (n < 0 && !ended) {
      ended = true;
      if (!Digest.of(sha256).equals(layer.diffId())) {
        throw refusal("its content is not that of layer " + layer.diffId());
      }
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    return readNBytes((int) Math.min(n, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private RuntimeException refusal(String why) {
    return ProblemKind.BUNDLE_DAMAGED.exception(
        "Layer blobs/sha256/%s is damaged".formatted(layer.blob().digest().hex()),
        why,
        "Copy or build the bundle again.");
  }
}

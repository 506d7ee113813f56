package com.dataflux.func.bundles.layer;

import com.dataflux.func.bundles.oci.Descriptor;
import com.dataflux.func.bundles.oci.Layer;
import com.dataflux.func.bundles.oci.MediaType;
import com.dataflux.func.platform.image.Digest;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.LongConsumer;

/// Compresses a layer, and learns both its digests on the way.
public final class LayerPress {
  /// The highest level whose window is 8 MB. A reader takes memory for the whole window of each
  /// layer, and an engine spends a third of its time on clearing one of 128 MB.
  public static final int LEVEL = 19;

  private static final int BUFFER = 1 << 18;

  private LayerPress() {}

  /// What writes the uncompressed archive.
  @FunctionalInterface
  public interface Archive {
    void writeTo(OutputStream out) throws IOException;
  }

  /// @param file to write; replaced if it exists
  /// @param progress told of uncompressed bytes
  public static PackedLayer press(Archive archive, Path file, LongConsumer progress)
      throws IOException {
    MessageDigest packed = Digest.algorithm();
    MessageDigest plain = Digest.algorithm();
    long[] size = new long[1];
    try (OutputStream disk = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        ZstdOutputStream zstd = new ZstdOutputStream(new DigestOutputStream(disk, packed), LEVEL);
        OutputStream counted =
            new CountingStream(
                new DigestOutputStream(zstd, plain),
                n -> {
                  size[0] += n;
                  progress.accept(n);
                });
        OutputStream buffered = new BufferedOutputStream(counted, BUFFER)) {
      zstd.setChecksum(true);
      archive.writeTo(buffered);
    }
    Descriptor blob =
        new Descriptor(
            MediaType.LAYER_ZSTD,
            Digest.of(packed),
            Files.size(file),
            Map.of(Descriptor.UNCOMPRESSED_SIZE, Long.toString(size[0])));
    return new PackedLayer(new Layer(blob, Digest.of(plain), size[0]), file);
  }
}

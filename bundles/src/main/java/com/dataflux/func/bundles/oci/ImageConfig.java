package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.image.Digest;
import java.util.List;

/// What is read of an image's configuration.
///
/// @param architecture as Go names it: `amd64`
/// @param os `linux`
/// @param diffIds digests of the uncompressed layers, lowest first
public record ImageConfig(String architecture, String os, List<Digest> diffIds) {
  public ImageConfig {
    diffIds = List.copyOf(diffIds);
  }

  /// @param digest named in complaints
  public static ImageConfig read(Digest digest, byte[] json) {
    StrictJson config = StrictJson.read("configuration " + digest.shortHex(), json);
    return new ImageConfig(
        config.get("architecture").text(),
        config.get("os").text(),
        config.get("rootfs").get("diff_ids").items().stream().map(StrictJson::digest).toList());
  }
}

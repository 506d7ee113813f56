package com.dataflux.func.bundles.build;

import com.dataflux.func.platform.image.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;

/// Collects what a layer is made of into one digest.
final class Key {
  /// Goes up when the same input is made into other layers than before.
  private static final String GENERATION = "2";

  private final MessageDigest sha256 = Digest.algorithm();

  Key(String kind) {
    add(GENERATION).add(kind);
  }

  Key add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  Key add(byte[] part) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    sha256.update(part);
    return this;
  }

  Key addAll(Collection<String> parts) {
    add(String.valueOf(parts.size()));
    parts.forEach(this::add);
    return this;
  }

  /// Call once.
  Digest digest() {
    return Digest.of(sha256);
  }
}

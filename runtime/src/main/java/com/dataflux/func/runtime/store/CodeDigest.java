package com.dataflux.func.runtime.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of texts, in hexadecimal.
public final class CodeDigest {
  private CodeDigest() {}

  /// Tells two versions of code apart. It guards against mistakes, not attacks.
  public static String md5(String code) {
    return digest("MD5", code);
  }

  public static String sha256(String text) {
    return digest("SHA-256", text);
  }

  private static String digest(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}

package com.dataflux.func.platform.image;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits. Prints as `sha256:…`.
public record Digest(String hex) {
  private static final String PREFIX = "sha256:";
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final int SHORT = 12;
  private static final int BUFFER = 1 << 16;

  /// @throws IllegalArgumentException where these are not 64 lower-case hexadecimal digits
  public Digest {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
    }
  }

  /// Reads the form `sha256:…`.
  ///
  /// @throws IllegalArgumentException where the text has another form
  public static Digest parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + text);
    }
    return new Digest(text.substring(PREFIX.length()));
  }

  /// The digest of bytes held in memory.
  public static Digest of(byte[] content) {
    MessageDigest algorithm = algorithm();
    algorithm.update(content);
    return of(algorithm);
  }

  /// The digest of a stream, which is read to its end.
  public static Digest of(InputStream stream) throws IOException {
    MessageDigest algorithm = algorithm();
    byte[] buffer = new byte[BUFFER];
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      algorithm.update(buffer, 0, n);
    }
    return of(algorithm);
  }

  /// The digest of what a [MessageDigest] has been fed.
  public static Digest of(MessageDigest fed) {
    return new Digest(HexFormat.of().formatHex(fed.digest()));
  }

  /// A fresh SHA-256 to feed.
  public static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The first 12 digits, as `docker images` prints them.
  public String shortHex() {
    return hex.substring(0, SHORT);
  }

  @Override
  public String toString() {
    return PREFIX + hex;
  }
}

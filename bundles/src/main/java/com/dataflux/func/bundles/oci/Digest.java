package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The SHA-256 of some bytes, as `sha256:` and 64 hexadecimal digits.
public record Digest(String value) implements Comparable<Digest> {
  private static final String ALGORITHM = "sha256:";
  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final int SHORT = 12;
  private static final int BUFFER = 1 << 16;

  public Digest {
    if (!FORM.matcher(value).matches()) {
      throw ProblemKind.BUNDLE_MALFORMED.exception(
          "`%s` is not a digest".formatted(value.length() > 100 ? value.substring(0, 100) : value),
          "it must be `sha256:` and 64 hexadecimal digits",
          "Fetch or build the bundle or image again.");
    }
  }

  public static Digest ofHex(String hex) {
    return new Digest(ALGORITHM + hex);
  }

  public static Digest of(byte[] content) {
    return ofHex(HexFormat.of().formatHex(sha256().digest(content)));
  }

  /// The digest that a finished computation stands for.
  public static Digest of(MessageDigest finished) {
    return ofHex(HexFormat.of().formatHex(finished.digest()));
  }

  /// Reads a stream to its end.
  public static Digest of(InputStream stream) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] buffer = new byte[BUFFER];
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      sha256.update(buffer, 0, n);
    }
    return of(sha256);
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public String hex() {
    return value.substring(ALGORITHM.length());
  }

  /// The first 12 digits, as people and tags use them.
  public String shortHex() {
    return hex().substring(0, SHORT);
  }

  @Override
  public int compareTo(Digest other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

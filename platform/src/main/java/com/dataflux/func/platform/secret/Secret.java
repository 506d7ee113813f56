package com.dataflux.func.platform.secret;

import java.security.SecureRandom;
import java.util.HexFormat;

/// A password, key or token; printed anywhere, it prints stars.
public final class Secret {
  /// Twice the 128 bits below which a secret can be guessed.
  private static final int GENERATED_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /// A new secret of 256 random bits as 64 hexadecimal digits: safe in YAML, URLs and shells
  /// without quoting.
  public static Secret generate() {
    byte[] bytes = new byte[GENERATED_BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /// The value itself, for the place that needs it: a file of mode 0600 or an environment.
  public String reveal() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "********";
  }
}

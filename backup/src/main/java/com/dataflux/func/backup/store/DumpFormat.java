package com.dataflux.func.backup.store;

import java.util.Optional;

/// How a dump is packed on disk, as its name says: compressed, encrypted, both, or neither.
public record DumpFormat(Compression compression, boolean encrypted) {
  /// SQL as it is.
  public static final DumpFormat PLAIN = new DumpFormat(Compression.NONE, false);

  private static final String ENCRYPTED = ".gpg";

  /// The kinds of compression.
  public enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst");

    private final String ending;

    Compression(String ending) {
      this.ending = ending;
    }
  }

  /// What a name has behind `.sql`; empty where the text is none of these.
  static Optional<DumpFormat> parse(String ending) {
    for (boolean encrypted : new boolean[] {false, true}) {
      for (Compression compression : Compression.values()) {
        DumpFormat format = new DumpFormat(compression, encrypted);
        if (format.ending().equals(ending)) {
          return Optional.of(format);
        }
      }
    }
    return Optional.empty();
  }

  /// The format of a file that may have any name.
  public static DumpFormat ofFile(String name) {
    boolean encrypted = name.endsWith(ENCRYPTED);
    String rest = encrypted ? name.substring(0, name.length() - ENCRYPTED.length()) : name;
    for (Compression compression : Compression.values()) {
      if (compression != Compression.NONE && rest.endsWith(compression.ending)) {
        return new DumpFormat(compression, encrypted);
      }
    }
    return new DumpFormat(Compression.NONE, encrypted);
  }

  /// What a name has behind `.sql`.
  public String ending() {
    return compression.ending + (encrypted ? ENCRYPTED : "");
  }
}

package com.dataflux.func.platform.image;

import java.util.regex.Pattern;

/// A tagged name of an image, such as `dataflux-func/mysql:9.7.1-0123456789ab`. A registry's
/// address may stand before it (`127.0.0.1:5000/…`).
///
/// @param repository everything before the tag
/// @param tag at most 128 letters, digits, `_`, `.` and `-`
public record ImageReference(String repository, String tag) {
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

  /// @throws IllegalArgumentException where a part has a character that an engine refuses
  public ImageReference {
    if (!REPOSITORY.matcher(repository).matches() || !TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("not an image reference: " + repository + ":" + tag);
    }
  }

  /// Reads `repository:tag`, or `repository` alone, which means the tag `latest`.
  ///
  /// @throws IllegalArgumentException where the text has another form
  public static ImageReference parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon > text.lastIndexOf('/')) {
      return new ImageReference(text.substring(0, colon), text.substring(colon + 1));
    }
    return new ImageReference(text, "latest");
  }

  @Override
  public String toString() {
    return repository + ":" + tag;
  }
}

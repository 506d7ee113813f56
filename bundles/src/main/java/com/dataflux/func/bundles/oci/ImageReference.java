package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of an image: `[registry/]repository[:tag][@digest]`.
///
/// @param registry host and possibly port; empty where the name has none
/// @param repository path inside the registry
/// @param tag empty where only a digest is given
/// @param digest of the manifest, where the name pins it
public record ImageReference(
    String registry, String repository, String tag, @Nullable Digest digest) {
  private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:((?:[a-zA-Z0-9-]+\\.)+[a-zA-Z0-9-]+(?::[0-9]+)?|[a-zA-Z0-9-]+:[0-9]+|localhost)/)?"
              + ("(" + PART + "(?:/" + PART + ")*)")
              + "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
              + "(?:@(sha256:[0-9a-f]{64}))?");
  private static final int LONGEST = 512;

  /// Reads a name; tag `latest` where it gives neither tag nor digest.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `SOURCE_UNUSABLE`
  public static ImageReference parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      throw ProblemKind.SOURCE_UNUSABLE.exception(
          "`%s` is not the name of an image".formatted(text.length() > 100 ? "…" : text),
          "a name is [registry/]repository[:tag][@sha256:digest] in lower case",
          "Correct the name.");
    }
    String registry = parts.group(1);
    String tag = parts.group(3);
    String digest = parts.group(4);
    return new ImageReference(
        registry == null ? "" : registry,
        parts.group(2),
        tag == null ? (digest == null ? "latest" : "") : tag,
        digest == null ? null : new Digest(digest));
  }

  /// What an engine knows the image by: without the digest.
  public String name() {
    return (registry.isEmpty() ? "" : registry + "/")
        + repository
        + (tag.isEmpty() ? "" : ":" + tag);
  }

  @Override
  public String toString() {
    return name() + (digest == null ? "" : "@" + digest);
  }
}

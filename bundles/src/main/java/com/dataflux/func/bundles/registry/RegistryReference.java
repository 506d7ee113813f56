package com.dataflux.func.bundles.registry;

import com.dataflux.func.platform.ProblemKind;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of an image in a registry: `host[:port]/repository[:tag][@digest]`.
///
/// @param host of the registry, with the port where it is not the usual one
/// @param repository path inside the registry
/// @param version tag, or digest of the manifest; `latest` where the name has neither
record RegistryReference(String host, String repository, String version) {
  private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final Pattern FORM =
      Pattern.compile(
          "((?:[a-zA-Z0-9-]+\\.)+[a-zA-Z0-9-]+(?::[0-9]+)?|[a-zA-Z0-9-]+:[0-9]+|localhost)/"
              + ("(" + PART + "(?:/" + PART + ")*)")
              + "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
              + "(?:@(sha256:[0-9a-f]{64}))?");
  private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.[0-9.]+)(:[0-9]+)?");

  /// @throws com.dataflux.func.platform.ProblemException of kind `SOURCE_UNUSABLE`
  static RegistryReference parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw ProblemKind.SOURCE_UNUSABLE.exception(
          "`%s` is neither a file nor the name of an image in a registry".formatted(text),
          "a name is host[:port]/repository[:tag][@sha256:digest], the repository in lower case",
          "Correct the name; no registry is assumed where none is named.");
    }
    String tag = parts.group(3) == null ? "latest" : parts.group(3);
    return new RegistryReference(
        parts.group(1), parts.group(2), parts.group(4) == null ? tag : parts.group(4));
  }

  /// Where the repository's manifests and blobs are; as with Docker, loopback needs no TLS.
  URI address() {
    String scheme = LOOPBACK.matcher(host).matches() ? "http" : "https";
    return URI.create("%s://%s/v2/%s/".formatted(scheme, host, repository));
  }

  @Override
  public String toString() {
    return host + "/" + repository + (version.startsWith("sha256:") ? "@" : ":") + version;
  }
}

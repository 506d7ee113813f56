package com.dataflux.func.bundles.registry;

import com.dataflux.func.bundles.oci.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Names and passwords that `docker login` keeps in its file.
record DockerLogins(Path file) {
  /// `$DOCKER_CONFIG/config.json`, or `~/.docker/config.json`.
  static DockerLogins ofUser() {
    String directory = System.getenv("DOCKER_CONFIG");
    Path home = Path.of(System.getProperty("user.home"), ".docker");
    return new DockerLogins((directory == null ? home : Path.of(directory)).resolve("config.json"));
  }

  /// The header for a registry, empty where the file has none for it.
  String basic(String host) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      StrictJson root = StrictJson.read(file.toString(), Files.readAllBytes(file));
      if (root.has("auths") && root.get("auths").has(host)) {
        StrictJson login = root.get("auths").get(host);
        return login.has("auth") ? "Basic " + login.get("auth").text() : "";
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

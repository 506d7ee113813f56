package com.dataflux.func.bundles.build;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What builds leave for later builds, named by what it was made of. May be deleted at any time.
public final class BuildCache {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String PURPOSE = "building a bundle";

  private final Path root;

  public BuildCache(Path root) {
    this.root = root.toAbsolutePath();
  }

  /// The user's own: `$XDG_CACHE_HOME/dataflux-func`, or `~/.cache/dataflux-func`.
  public static BuildCache ofUser() {
    String home = System.getenv("XDG_CACHE_HOME");
    Path caches =
        home == null || home.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home);
    return new BuildCache(caches.resolve("dataflux-func"));
  }

  public Path root() {
    return root;
  }

  /// A directory of the cache, made where it is missing.
  public Path directory(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }

  /// Waits until no other build uses the cache.
  HeldLock lock(Display display) {
    Path file = root.resolve("lock");
    try {
      return HeldLock.take(file, PURPOSE);
    } catch (ProblemException e) {
      if (e.problem().kind() != ProblemKind.LOCKED) {
        throw e;
      }
      display.inform("Waiting for another build: " + e.problem().why());
      return HeldLock.take(file, PURPOSE, PATIENCE);
    }
  }
}

package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Paths under `data/resources`, none of which leads out of it, by name or by link.
record ResourceFolder(Path root) {

  /// The place of a path that a caller gives; it need not exist.
  Path resolve(String given) throws IOException {
    if (given.indexOf('\0') >= 0) {
      throw outside();
    }
    Files.createDirectories(root);
    Path base = root.toRealPath();
    Path path = base.resolve(given.replaceFirst("^/+", "")).normalize();
    if (!path.startsWith(base)) {
      throw outside();
    }
    for (Path part = path; part != null && !part.equals(base); part = part.getParent()) {
      if (Files.exists(part, LinkOption.NOFOLLOW_LINKS) && !part.toRealPath().startsWith(base)) {
        throw outside();
      }
    }
    return path;
  }

  /// As [#resolve(String)], for something that is to be changed: not the folder itself.
  Path resolveInside(String given) throws IOException {
    Path path = resolve(given);
    if (path.equals(root.toRealPath())) {
      throw Reason.EClientBadRequest.refusal("A path is needed.");
    }
    return path;
  }

  private static Refusal outside() {
    return Reason.EClientBadRequest.refusal("The path leads out of the resources.");
  }
}

package com.dataflux.func.installer.upgrade;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.image.ImageReference;
import java.util.List;
import java.util.Set;

/// Images of versions that nothing goes back to any more.
public final class OldImages {
  private static final String REPOSITORIES = "dataflux-func/";

  private OldImages() {}

  /// Pure: which of an engine's images are of this program and not wanted.
  static List<ImageReference> among(List<ImageReference> present, Set<String> wanted) {
    return present.stream()
        .filter(reference -> reference.toString().startsWith(REPOSITORIES))
        .filter(reference -> !wanted.contains(reference.toString()))
        .toList();
  }

  /// Removes them. One that a container still runs from goes next time.
  ///
  /// @return how many were removed
  public static int remove(Engine engine, Set<String> wanted) {
    List<ImageReference> present =
        engine.images().stream().flatMap(image -> image.references().stream()).toList();
    int removed = 0;
    for (ImageReference reference : among(present, wanted)) {
      try {
        engine.removeImage(reference);
        removed++;
      } catch (ProblemException e) {
        // In use.
      }
    }
    return removed;
  }
}

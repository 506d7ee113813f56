package com.dataflux.func.bundles.build;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What bundle to build.
///
/// @param version of the application
/// @param output the bundle's directory, or its file in the single file form; replaced
/// @param layout how it is laid down
/// @param images catalog name → where the image comes from, instead of what the catalog says
/// @param docker Docker's static archive; assembled from packages where empty
/// @param jdk whose jlink makes the runtime
/// @param application the application's zip archive
/// @param files name in the bundle → other files: `run-portable.sh`, `dataflux-func.jar`, …
public record BuildRequest(
    String version,
    Path output,
    BundleLayout layout,
    Map<String, String> images,
    Optional<Path> docker,
    Path jdk,
    Path application,
    Map<String, Path> files) {
  public BuildRequest {
    images = Map.copyOf(images);
    files = Map.copyOf(files);
  }
}

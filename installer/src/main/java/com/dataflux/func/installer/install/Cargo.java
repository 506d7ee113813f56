package com.dataflux.func.installer.install;

import com.dataflux.func.templates.Images;
import java.util.Optional;

/// What a bundle brings to an install.
///
/// @param architecture it was built for, as images call it
/// @param jar of this program
/// @param javaRuntime archive of the runtime it needs
/// @param dockerArchive the engine's programs; empty where the bundle has none
/// @param images the references that the stack names
/// @param imageBytes of all images, unpacked, a shared layer counted once
/// @param toolkitDigest tells one jar and runtime from another: the digests of both
record Cargo(
    String version,
    String architecture,
    Parcel jar,
    Parcel javaRuntime,
    Optional<Parcel> dockerArchive,
    Images images,
    long imageBytes,
    String toolkitDigest) {
  /// Tells one runtime from another, short enough for a directory's name.
  String runtimeDigest() {
    String runtime = toolkitDigest.substring(toolkitDigest.lastIndexOf(' ') + 1);
    return runtime.substring(0, Math.min(12, runtime.length()));
  }
}

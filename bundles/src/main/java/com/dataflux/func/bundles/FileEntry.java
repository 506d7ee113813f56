package com.dataflux.func.bundles;

import com.dataflux.func.platform.image.Digest;

/// A file of the bundle.
///
/// @param name path inside the bundle, with `/`
/// @param size in bytes
/// @param sha256 of its content
public record FileEntry(String name, long size, Digest sha256) {}

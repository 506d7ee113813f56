package com.dataflux.func.bundles.build;

import java.nio.file.Path;

/// What recipes use besides packages.
///
/// @param runtime directory of the Java runtime
/// @param application the application's zip archive
record Ingredients(Path runtime, Path application) {}

/// Building a bundle: catalog, recipes, runtimes, Docker binaries, and the directory at the end. No
/// Docker engine is asked.
@NullMarked
package com.dataflux.func.bundles.build;

import org.jspecify.annotations.NullMarked;

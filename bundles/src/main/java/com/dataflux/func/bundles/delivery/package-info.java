/// Giving an engine the images of a bundle.
@NullMarked
package com.dataflux.func.bundles.delivery;

import org.jspecify.annotations.NullMarked;

/// Layers: file trees written as tar archives that come out the same every time.
@NullMarked
package com.dataflux.func.bundles.layer;

import org.jspecify.annotations.NullMarked;

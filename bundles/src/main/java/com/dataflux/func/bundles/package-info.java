/// The bundle: its format, building one, verifying one, reading one.
@NullMarked
package com.dataflux.func.bundles;

import org.jspecify.annotations.NullMarked;

/// Pulls images from registries by the distribution API.
@NullMarked
package com.dataflux.func.bundles.registry;

import org.jspecify.annotations.NullMarked;

/// Recipes: what an image is made of, and the Debian packages that it comes from.
@NullMarked
package com.dataflux.func.bundles.recipe;

import org.jspecify.annotations.NullMarked;

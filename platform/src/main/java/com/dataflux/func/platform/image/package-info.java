/// Names of images and of the bytes they are made of.
@NullMarked
package com.dataflux.func.platform.image;

import org.jspecify.annotations.NullMarked;

/// One archive of everything that a lost host can be rebuilt from on another.
@NullMarked
package com.dataflux.func.installer.full;

import org.jspecify.annotations.NullMarked;

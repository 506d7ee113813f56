/// The command line: decide, then do.
@NullMarked
package com.dataflux.func.installer;

import org.jspecify.annotations.NullMarked;

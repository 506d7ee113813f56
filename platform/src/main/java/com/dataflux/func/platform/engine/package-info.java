/// The Docker engine: what is needed of it, the real one, and one in memory for tests.
@NullMarked
package com.dataflux.func.platform.engine;

import org.jspecify.annotations.NullMarked;

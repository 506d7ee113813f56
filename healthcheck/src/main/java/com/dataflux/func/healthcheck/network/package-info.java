/// Checks of what can be reached, from the host and from inside a worker side by side.
@NullMarked
package com.dataflux.func.healthcheck.network;

import org.jspecify.annotations.NullMarked;

/// Checks of a host and of the stack on it, and the repairs.
@NullMarked
package com.dataflux.func.healthcheck;

import org.jspecify.annotations.NullMarked;

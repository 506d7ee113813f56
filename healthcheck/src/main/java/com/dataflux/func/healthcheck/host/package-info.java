/// Checks of the host itself.
@NullMarked
package com.dataflux.func.healthcheck.host;

import org.jspecify.annotations.NullMarked;

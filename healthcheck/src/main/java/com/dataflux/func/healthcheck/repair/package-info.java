/// Carries out repairs, records them, and takes them back.
@NullMarked
package com.dataflux.func.healthcheck.repair;

import org.jspecify.annotations.NullMarked;

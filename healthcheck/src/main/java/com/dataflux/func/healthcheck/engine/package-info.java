/// Checks of the Docker engine and its Swarm.
@NullMarked
package com.dataflux.func.healthcheck.engine;

import org.jspecify.annotations.NullMarked;

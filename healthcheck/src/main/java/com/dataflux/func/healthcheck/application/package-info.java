/// Checks of the application and of its dumps.
@NullMarked
package com.dataflux.func.healthcheck.application;

import org.jspecify.annotations.NullMarked;

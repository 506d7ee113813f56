/// Checks of the stack: its file, its services, its configuration and its files.
@NullMarked
package com.dataflux.func.healthcheck.stack;

import org.jspecify.annotations.NullMarked;

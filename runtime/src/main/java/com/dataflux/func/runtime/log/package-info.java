/// The log file: its lines, its levels, its rotation.
@NullMarked
package com.dataflux.func.runtime.log;

import org.jspecify.annotations.NullMarked;

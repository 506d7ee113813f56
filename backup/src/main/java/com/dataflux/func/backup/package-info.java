/// Dumps of the database: making, verifying, rotating, restoring them.
@NullMarked
package com.dataflux.func.backup;

import org.jspecify.annotations.NullMarked;

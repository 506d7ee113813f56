/// Dumps on disk: their names, their records, and which of them may go.
@NullMarked
package com.dataflux.func.backup.store;

import org.jspecify.annotations.NullMarked;

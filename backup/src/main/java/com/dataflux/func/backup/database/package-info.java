/// A MySQL server as a backup needs it: what it holds, what its account may do, and its own client
/// programs.
@NullMarked
package com.dataflux.func.backup.database;

import org.jspecify.annotations.NullMarked;

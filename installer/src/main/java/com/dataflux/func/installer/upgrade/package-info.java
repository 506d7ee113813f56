/// What ran before a change: kept, gone back to, cleaned up.
@NullMarked
package com.dataflux.func.installer.upgrade;

import org.jspecify.annotations.NullMarked;

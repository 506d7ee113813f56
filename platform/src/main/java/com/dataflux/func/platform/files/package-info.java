/// Changes on disk that are whole or absent, and locks that say who holds them.
@NullMarked
package com.dataflux.func.platform.files;

import org.jspecify.annotations.NullMarked;

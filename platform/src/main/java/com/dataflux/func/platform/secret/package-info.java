/// Values that never show themselves.
@NullMarked
package com.dataflux.func.platform.secret;

import org.jspecify.annotations.NullMarked;

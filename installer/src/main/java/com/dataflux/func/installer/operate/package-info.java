/// An install in operation: seen, started, stopped, reconfigured, removed.
@NullMarked
package com.dataflux.func.installer.operate;

import org.jspecify.annotations.NullMarked;

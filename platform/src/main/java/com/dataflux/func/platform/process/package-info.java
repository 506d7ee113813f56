/// Programs of the host, run with both streams read to the end, a time limit, and nothing left
/// behind.
@NullMarked
package com.dataflux.func.platform.process;

import org.jspecify.annotations.NullMarked;

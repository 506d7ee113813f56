/// A worker: warm Python processes, the calls they run, and what they may ask of the service.
@NullMarked
package com.dataflux.func.runtime.worker;

import org.jspecify.annotations.NullMarked;

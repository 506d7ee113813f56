/// The application: server, worker, beat and the admin tool.
@NullMarked
package com.dataflux.func.runtime;

import org.jspecify.annotations.NullMarked;

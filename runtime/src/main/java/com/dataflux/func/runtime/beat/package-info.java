/// What happens by the clock, in the one process of its sort: crontabs, and dumps of the database.
@NullMarked
package com.dataflux.func.runtime.beat;

import org.jspecify.annotations.NullMarked;

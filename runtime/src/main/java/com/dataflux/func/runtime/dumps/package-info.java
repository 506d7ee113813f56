/// Dumps of the application's database, by its timetable and by hand.
@NullMarked
package com.dataflux.func.runtime.dumps;

import org.jspecify.annotations.NullMarked;

/// The scheduler: timetables, and the chores of the system.
@NullMarked
package com.dataflux.func.runtime.beat;

import org.jspecify.annotations.NullMarked;

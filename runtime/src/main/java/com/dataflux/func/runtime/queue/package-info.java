/// The task queue on Redis: calls that wait for their answer, calls that do not, and what becomes
/// of both when a worker or Redis dies.
@NullMarked
package com.dataflux.func.runtime.queue;

import org.jspecify.annotations.NullMarked;

/// What the routes of every kind work with.
@NullMarked
package com.dataflux.func.runtime.server.base;

import org.jspecify.annotations.NullMarked;

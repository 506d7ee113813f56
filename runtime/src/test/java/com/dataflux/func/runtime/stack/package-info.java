/// The application as its users meet it: real processes on real databases, spoken to over HTTP.
@NullMarked
package com.dataflux.func.runtime.stack;

import org.jspecify.annotations.NullMarked;

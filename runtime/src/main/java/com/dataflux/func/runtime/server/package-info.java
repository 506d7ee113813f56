/// The HTTP server: start-up, the route table, static pages.
@NullMarked
package com.dataflux.func.runtime.server;

import org.jspecify.annotations.NullMarked;

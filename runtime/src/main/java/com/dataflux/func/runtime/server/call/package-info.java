/// Calls of functions from outside: links, batches, results, drafts.
@NullMarked
package com.dataflux.func.runtime.server.call;

import org.jspecify.annotations.NullMarked;

/// What every route shares: calls and answers, the envelope, refusals, access, the listener.
@NullMarked
package com.dataflux.func.runtime.server.http;

import org.jspecify.annotations.NullMarked;

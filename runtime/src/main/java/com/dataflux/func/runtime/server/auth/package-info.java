/// Signing in, sessions, access keys, and who did what.
@NullMarked
package com.dataflux.func.runtime.server.auth;

import org.jspecify.annotations.NullMarked;

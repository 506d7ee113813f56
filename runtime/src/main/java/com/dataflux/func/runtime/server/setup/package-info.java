/// The first run: the setup code, the administrator, the databases' addresses.
@NullMarked
package com.dataflux.func.runtime.server.setup;

import org.jspecify.annotations.NullMarked;

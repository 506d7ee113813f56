/// Facts about this host, gathered without changing anything, and the requirements they meet or
/// not.
@NullMarked
package com.dataflux.func.installer.host;

import org.jspecify.annotations.NullMarked;

/// A bundle carried to air-gapped hosts and installed there, as the manual says.
@NullMarked
package com.dataflux.func.installer.acceptance;

import org.jspecify.annotations.NullMarked;

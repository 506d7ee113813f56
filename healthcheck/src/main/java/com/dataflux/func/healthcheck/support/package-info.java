/// The support bundle: what it collects, and how secrets are kept out of it.
@NullMarked
package com.dataflux.func.healthcheck.support;

import org.jspecify.annotations.NullMarked;

/// Air-gapped hosts, engines and databases for the tests that need real ones.
@NullMarked
package com.dataflux.func.testbed;

import org.jspecify.annotations.NullMarked;

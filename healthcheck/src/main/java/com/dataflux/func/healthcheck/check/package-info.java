/// What a check is, what it can find, and in which words it says so.
@NullMarked
package com.dataflux.func.healthcheck.check;

import org.jspecify.annotations.NullMarked;

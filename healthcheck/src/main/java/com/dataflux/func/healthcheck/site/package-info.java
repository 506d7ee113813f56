/// What checks may look at, a narrow port each: files, programs, engine, network, databases.
@NullMarked
package com.dataflux.func.healthcheck.site;

import org.jspecify.annotations.NullMarked;

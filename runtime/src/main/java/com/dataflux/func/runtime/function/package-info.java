/// What functions need of the service: their code, the values they keep, and data sources.
@NullMarked
package com.dataflux.func.runtime.function;

import org.jspecify.annotations.NullMarked;

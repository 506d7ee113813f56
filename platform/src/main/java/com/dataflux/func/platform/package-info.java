/// What every other module needs of a machine: problems, processes, files, secrets, the Docker
/// engine.
@NullMarked
package com.dataflux.func.platform;

import org.jspecify.annotations.NullMarked;

/// The files of an install, rendered from typed options.
@NullMarked
package com.dataflux.func.templates;

import org.jspecify.annotations.NullMarked;

/// The pages as people see them: a browser, who sits at it, and what everyone must be able to do.
@NullMarked
package com.dataflux.func.testbed.pages;

import org.jspecify.annotations.NullMarked;

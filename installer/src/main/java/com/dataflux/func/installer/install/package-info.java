/// Installing: a request and facts become a plan, and steps carry it out.
@NullMarked
package com.dataflux.func.installer.install;

import org.jspecify.annotations.NullMarked;

/// The management routes behind the pages.
@NullMarked
package com.dataflux.func.runtime.server.manage;

import org.jspecify.annotations.NullMarked;

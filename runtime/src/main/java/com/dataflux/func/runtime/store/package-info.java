/// The relational database: its schema, the rows of each table, and what a fresh install holds.
@NullMarked
package com.dataflux.func.runtime.store;

import org.jspecify.annotations.NullMarked;

/// The stack on this host: its engine, its files, its services, and how they are asked and told.
@NullMarked
package com.dataflux.func.installer.stack;

import org.jspecify.annotations.NullMarked;

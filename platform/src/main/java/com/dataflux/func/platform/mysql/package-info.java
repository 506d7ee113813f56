/// What backups and checks both read of a MySQL server.
@NullMarked
package com.dataflux.func.platform.mysql;

import org.jspecify.annotations.NullMarked;

/// The keys of the application's configuration, which services, installer and checks all know.
@NullMarked
package com.dataflux.func.platform.settings;

import org.jspecify.annotations.NullMarked;

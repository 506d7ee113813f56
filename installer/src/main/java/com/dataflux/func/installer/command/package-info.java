/// The command line: arguments become requests here, and nothing else knows of picocli.
@NullMarked
package com.dataflux.func.installer.command;

import org.jspecify.annotations.NullMarked;

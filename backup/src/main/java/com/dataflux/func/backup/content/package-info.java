/// Reading a dump as a stream: what is in it, and whether it is whole.
@NullMarked
package com.dataflux.func.backup.content;

import org.jspecify.annotations.NullMarked;

/// What an operator sees, through one interface with a text, a JSON and a recording form.
@NullMarked
package com.dataflux.func.platform.display;

import org.jspecify.annotations.NullMarked;

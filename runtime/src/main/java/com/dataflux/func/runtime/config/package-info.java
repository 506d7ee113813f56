/// What an operator can set: the keys of `user-config.yaml`, their defaults, types and order.
@NullMarked
package com.dataflux.func.runtime.config;

import org.jspecify.annotations.NullMarked;

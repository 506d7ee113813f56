package com.dataflux.func.runtime.worker;

import java.nio.file.Path;
import java.util.OptionalInt;

/// How function processes come to be.
///
/// @param python the interpreter
/// @param program `zygote.py`
/// @param uidBase the user of the first process; the others follow. None: the worker's own user,
///   which keeps nothing from functions and is for development alone
/// @param packages directory of extra Python packages
/// @param resources directory of resources
/// @param timezone that functions see
public record ZygoteSettings(
    String python,
    Path program,
    OptionalInt uidBase,
    Path packages,
    Path resources,
    String timezone) {}

package com.dataflux.func.runtime.config;

/// Limits of a call in seconds: of the function itself, and of a caller's wait for it.
public record TimeoutSettings(int functionDefault, int functionMax, int apiDefault, int apiMax) {}

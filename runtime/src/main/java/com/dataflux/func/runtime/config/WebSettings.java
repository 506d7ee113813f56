package com.dataflux.func.runtime.config;

import java.time.Duration;

/// The HTTP side.
///
/// @param baseUrl as users reach the pages; empty where not said
/// @param bodyLimit bytes of a request's body, uploads apart
/// @param uploadLimit bytes of a request that uploads files
/// @param session how long a session lasts without a request
/// @param uploadExpires how long an uploaded file stays
/// @param recordExpires how long records stay
public record WebSettings(
    int port,
    String baseUrl,
    long bodyLimit,
    long uploadLimit,
    Duration session,
    Duration uploadExpires,
    Duration recordExpires) {}

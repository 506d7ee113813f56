package com.dataflux.func.testbed;

/// What a host answered over HTTP.
///
/// @param status such as 200; 0 where nothing answered
public record HttpAnswer(int status, String location, String body) {}

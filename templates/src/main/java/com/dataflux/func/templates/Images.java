package com.dataflux.func.templates;

/// The images that the services run, as references that the engine knows.
public record Images(String mysql, String redis, String mosquitto, String application) {}

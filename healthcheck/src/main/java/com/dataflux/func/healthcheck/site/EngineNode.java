package com.dataflux.func.healthcheck.site;

/// A node of the Swarm.
///
/// @param availability `active`, `pause` or `drain`
/// @param state `ready`, `down`, `disconnected` or `unknown`
public record EngineNode(String id, String hostName, String availability, String state) {}

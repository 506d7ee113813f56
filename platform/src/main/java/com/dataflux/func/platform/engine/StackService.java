package com.dataflux.func.platform.engine;

import java.util.Optional;

/// A service of a stack.
///
/// @param name without the stack's, such as `worker-1-6`
/// @param image the reference that its definition names
/// @param replicas how many tasks are wanted
/// @param update how its last update went; empty where it was never updated
public record StackService(String name, String image, int replicas, Optional<String> update) {}

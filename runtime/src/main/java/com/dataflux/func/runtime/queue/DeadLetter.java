package com.dataflux.func.runtime.queue;

/// A task given up.
///
/// @param payload the task as it stood in the list
/// @param reason such as `its worker died 3 times`
public record DeadLetter(String taskId, int queue, int attempts, String reason, String payload) {}

package com.dataflux.func.runtime.queue;

import java.time.Instant;

/// A task given up.
///
/// @param subject the function, or the script, that it was about
/// @param reason such as `its worker died 3 times`
/// @param triggerTime when the task was due
/// @param payload the task as it stood in the list
public record DeadLetter(
    String taskId,
    String subject,
    int queue,
    int attempts,
    String reason,
    Instant triggerTime,
    String payload) {}

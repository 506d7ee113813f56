package com.dataflux.func.runtime.queue;

/// A task with its result, to be recorded.
public record SettledTask(TaskRequest request, TaskResult result) {}

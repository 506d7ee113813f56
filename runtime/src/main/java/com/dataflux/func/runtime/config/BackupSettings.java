package com.dataflux.func.runtime.config;

import java.nio.file.Path;

/// Dumps of the database: how many are kept, where, and when they are made.
public record BackupSettings(boolean enabled, int limit, Path directory, String crontab) {}

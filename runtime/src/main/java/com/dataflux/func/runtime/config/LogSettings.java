package com.dataflux.func.runtime.config;

/// What goes to the log and how it looks there.
///
/// @param level one of `ALL DEBUG INFO WARNING ERROR NONE`
/// @param json a JSON object a line instead of text
public record LogSettings(String level, boolean json) {}

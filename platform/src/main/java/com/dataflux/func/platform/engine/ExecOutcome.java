package com.dataflux.func.platform.engine;

/// How a program in a container ended, and what it printed on each stream.
public record ExecOutcome(int exitCode, String out, String err) {
  public boolean succeeded() {
    return exitCode == 0;
  }
}

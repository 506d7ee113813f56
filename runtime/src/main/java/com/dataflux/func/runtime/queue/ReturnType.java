package com.dataflux.func.runtime.queue;

/// The form in which a result is wanted, by the names that callers use.
public enum ReturnType {
  RAW("raw"),
  REPR("repr"),
  JSON_DUMPS("jsonDumps"),
  /// An object with the three others.
  ALL("ALL");

  private final String text;

  ReturnType(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

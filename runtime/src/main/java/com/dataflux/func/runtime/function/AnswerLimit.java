package com.dataflux.func.runtime.function;

/// How large a database's answer may be, which is in the worker's heap as a whole before it goes to
/// the function.
final class AnswerLimit {
  static final int MOST_BYTES = 32 << 20;

  /// What a value takes as a part of a tree, beside its text.
  static final int VALUE_BYTES = 96;

  /// A character takes up to three bytes on its way.
  static final int CHARACTER_BYTES = 3;

  private AnswerLimit() {}

  /// @param read of how many rows or values it is known by then
  static String words(long read, String what) {
    return "the answer is too large: after %d %s it takes more than %d MB; ask for it in parts"
        .formatted(read, what, MOST_BYTES >> 20);
  }
}

package com.dataflux.func.healthcheck;

/// A fault made on a real host by a shell command.
///
/// @param expected key of the cause that must be found
/// @param mended whether the doctor is to mend it, rather than `undo`
record RealFault(String expected, String make, String undo, boolean mended) {

  static RealFault of(String expected, String make, String undo) {
    return new RealFault(expected, make, undo, false);
  }

  /// A fault that `--fix` mends.
  static RealFault mended(String expected, String make) {
    return new RealFault(expected, make, "", true);
  }

  String check() {
    return expected.substring(0, expected.lastIndexOf('.'));
  }
}

package com.dataflux.func.installer.acceptance;

import java.util.List;

/// A fault made on a real host by shell commands.
///
/// @param expected key of the cause that must be found
/// @param undo what takes it back; also runs after a repair
/// @param treatment what the doctor does about it
/// @param options of the doctor, without which it would not look there
/// @param also keys of other causes of the same check that it rightly brings with it
record RealFault(
    String expected,
    String make,
    String undo,
    Treatment treatment,
    String options,
    List<String> also) {

  /// What the doctor does about a fault.
  enum Treatment {
    NONE,
    FIX,
    FIX_AND_UNDO
  }

  static RealFault of(String expected, String make, String undo) {
    return new RealFault(expected, make, undo, Treatment.NONE, "", List.of());
  }

  /// A fault in `user-config.yaml`: lines that take the place of those with the same key.
  static RealFault configured(String expected, String... lines) {
    return of(expected, "", "").andConfigured(lines);
  }

  /// The fault, with lines of the configuration that lead to it.
  RealFault andConfigured(String... lines) {
    if (lines.length == 0) {
      return this;
    }
    boolean kept = make.contains("keep $C");
    StringBuilder more = new StringBuilder(make).append(kept ? "\n" : "\nkeep $C\n");
    for (String line : lines) {
      String key = line.substring(0, line.indexOf(':'));
      more.append("sed -i '/^%s:/d' $C; echo \"%s\" >> $C\n".formatted(key, line));
    }
    String back = kept ? undo : undo + "\nback $C";
    return new RealFault(expected, more.toString(), back, treatment, options, also);
  }

  /// A fault in `docker-stack.yaml`, made by an expression of `sed`.
  static RealFault edited(String expected, String expression) {
    return of(expected, "keep $S; sed -i '%s' $S".formatted(expression), "back $S");
  }

  /// Mended by `--fix`.
  RealFault mended() {
    return new RealFault(expected, make, undo, Treatment.FIX, options, also);
  }

  /// Mended by `--fix`, back with `--undo`, and mended once more.
  RealFault mendedAndUndone() {
    return new RealFault(expected, make, undo, Treatment.FIX_AND_UNDO, options, also);
  }

  RealFault with(String newOptions) {
    return new RealFault(expected, make, undo, treatment, newOptions, also);
  }

  RealFault bringing(String... causes) {
    return new RealFault(expected, make, undo, treatment, options, List.of(causes));
  }

  String check() {
    return expected.substring(0, expected.lastIndexOf('.'));
  }

  @Override
  public String toString() {
    return expected;
  }
}

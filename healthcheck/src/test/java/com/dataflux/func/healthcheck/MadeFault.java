package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.FakeHost.Shape;
import java.util.List;
import java.util.function.Consumer;

/// A fault that a test makes, and what must be found.
///
/// @param name what was done
/// @param expected key of the cause that must be found
/// @param also keys of causes that it rightly brings with it
record MadeFault(
    String name, String expected, Shape shape, Consumer<FakeHost> make, List<String> also) {

  static MadeFault of(String expected, String name, Consumer<FakeHost> make) {
    return new MadeFault(name, expected, Shape.FULL, make, List.of());
  }

  MadeFault on(Shape newShape) {
    return new MadeFault(name, expected, newShape, make, also);
  }

  /// @param causes keys, or beginnings of keys
  MadeFault bringing(String... causes) {
    return new MadeFault(name, expected, shape, make, List.of(causes));
  }
}

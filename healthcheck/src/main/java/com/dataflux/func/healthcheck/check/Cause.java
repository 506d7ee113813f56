package com.dataflux.func.healthcheck.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that a check can find wrong, known to scripts by a name that stays.
///
/// @param check id of the check that finds it
/// @param name unique within the check
/// @param repair how a machine can mend it, where it can
public record Cause(String check, String name, Severity severity, Optional<Repair> repair) {

  /// `check.name`, under which messages are kept.
  public String key() {
    return check + "." + name;
  }

  /// That this was found.
  ///
  /// @param values put into the message in their order
  public Finding found(Object... values) {
    List<String> texts = Stream.of(values).map(String::valueOf).toList();
    return new Finding(this, texts, "");
  }

  /// The verdict of a check that found this alone.
  public Verdict alone(Object... values) {
    return Verdict.of("", List.of(found(values)));
  }
}

package com.dataflux.func.healthcheck.repair;

import java.util.List;
import java.util.Optional;

/// What was before one change, so that it can come back.
public sealed interface RepairStep {
  /// A file was written.
  ///
  /// @param before its text until then; empty where it did not exist
  /// @param written the digest of the text that it was given, in the form `sha256:…`; empty where
  ///   it was not recorded
  record Wrote(String path, Optional<String> before, String mode, String written)
      implements RepairStep {}

  /// A mode was changed.
  record Moded(String path, String before) implements RepairStep {}

  /// A directory was made.
  record Made(String path, boolean existed) implements RepairStep {}

  /// A program ran.
  ///
  /// @param undo the program that takes it back; empty where none does
  record Ran(List<String> argv, List<String> undo) implements RepairStep {}
}

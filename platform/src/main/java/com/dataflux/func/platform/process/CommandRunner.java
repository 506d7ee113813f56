package com.dataflux.func.platform.process;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Runs programs of the host. The one real form is [HostCommandRunner]; tests of plans use an
/// [InMemoryCommandRunner].
public interface CommandRunner {

  /// Runs a program to its end.
  ///
  /// @throws com.dataflux.func.platform.ProblemException where it cannot be started, or is past its
  ///   time limit
  Outcome run(Command command);

  /// Runs a program and hands over each line of either stream as it appears; the outcome holds them
  /// all the same.
  Outcome run(Command command, Consumer<String> line);

  /// Runs a program whose standard output is too large to hold; the outcome's `out` is empty.
  Outcome run(Command command, OutputStream out);

  /// The same, where the program itself adds its output to a file, which is passed on as it grows:
  /// quicker than a pipe by what copying costs, and the program never waits for its reader.
  ///
  /// @param file is there already
  Outcome run(Command command, Path file, OutputStream out);

  /// Runs a program whose standard input is too large to hold.
  Outcome feed(Command command, Feed input);
}

package com.dataflux.func.platform.process;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A runner that starts nothing: for tests of plans. One method says what a program does; however
/// it is run, that is all that happens.
public interface InMemoryCommandRunner extends CommandRunner {
  @Override
  default Outcome run(Command command, Consumer<String> line) {
    return run(command);
  }

  @Override
  default Outcome run(Command command, OutputStream out) {
    return run(command);
  }

  @Override
  default Outcome run(Command command, Path file, OutputStream out) {
    return run(command);
  }

  @Override
  default Outcome feed(Command command, Feed input) {
    return run(command);
  }
}

package com.dataflux.func.platform.process;

import java.io.IOException;
import java.io.OutputStream;

/// What a program reads on standard input when it is too large to hold.
@FunctionalInterface
public interface Feed {

  /// Writes all of it; the stream is closed by the caller.
  ///
  /// @throws IOException where the program reads no more, which is for the program to say with its
  ///   exit code; a failure of the source is a [com.dataflux.func.platform.ProblemException], and
  ///   then the program is killed
  void writeTo(OutputStream input) throws IOException;
}

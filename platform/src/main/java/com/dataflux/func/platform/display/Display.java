package com.dataflux.func.platform.display;

import com.dataflux.func.platform.Problem;
import java.util.Map;

/// What an operator sees of a command, an event a method. Long work is an [Activity]; everything
/// else is said once.
public interface Display {

  /// Begins a piece of work that takes time. Close it in a `try`, so that it never stays open on
  /// the screen.
  Activity begin(String title);

  /// A line that the operator should read, and that asks for nothing.
  void inform(String line);

  /// Something that is not right but does not stop the work.
  void warn(Problem problem);

  /// The reason why the command ends here.
  void fail(Problem problem);

  /// The answer of the command.
  ///
  /// @param text as a person reads it, possibly of several lines
  /// @param fields the same for a program
  void answer(String text, Map<String, ?> fields);
}

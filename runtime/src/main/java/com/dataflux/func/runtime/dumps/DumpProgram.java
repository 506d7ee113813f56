package com.dataflux.func.runtime.dumps;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.JsonDisplay;
import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.SettingsReader;
import java.nio.file.Path;
import java.time.Clock;

/// A program of its own in the application's image, run beside the scheduler by `dataflux-func
/// backup` and `dataflux-func database`: `now`, `restore` or `try` and a file, `check-target` or
/// `move` with a target on standard input.
public final class DumpProgram {
  private DumpProgram() {}

  public static void main(String[] args) {
    Display display = new JsonDisplay(System.out, System.err);
    System.exit(run(display, new DataDirectory(Path.of("/data")), args));
  }

  private static int run(Display display, DataDirectory data, String... args) {
    try {
      DatabaseDumps dumps =
          new DatabaseDumps(SettingsReader.read(data, System.getenv()), Clock.systemUTC());
      DumpOrders orders = new DumpOrders(dumps, display);
      if (args.length == 1 && args[0].equals("now")) {
        orders.now();
      } else if (args.length == 2 && args[0].equals("restore")) {
        orders.restore(Path.of(args[1]));
      } else if (args.length == 1 && args[0].equals("check-target")) {
        orders.checkTarget(MoveTarget.read(dumps.database(), System.in));
      } else if (args.length == 1 && args[0].equals("move")) {
        orders.move(MoveTarget.read(dumps.database(), System.in));
      } else if (args.length == 2 && args[0].equals("try")) {
        orders.tryOut(Path.of(args[1]));
      } else {
        throw ProblemKind.USAGE.exception(
            "These arguments are not understood",
            String.join(" ", args),
            "Run `dataflux-func backup --help` on the host; nothing was changed.");
      }
      return 0;
    } catch (ProblemException e) {
      display.fail(e.problem());
      return e.problem().kind().exitCode();
    }
  }
}

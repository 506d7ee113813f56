package com.dataflux.func.testbed.pages;

import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.testbed.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// An application and someone who may sign in there.
///
/// @param address without a path
/// @param desk where the browser stands
public record Site(URI address, String username, String password, Place desk) {
  /// One on loopback of the build machine.
  public static Site onLoopback(URI address, String username, String password) {
    return new Site(address, username, password, Place.LOOPBACK);
  }

  String host() {
    return address.getHost();
  }

  /// What a shell command prints that someone types at the desk.
  String shell(String command) {
    List<String> argv = new ArrayList<>(desk.enter());
    argv.addAll(List.of("sh", "-c", command));
    return new HostCommandRunner()
        .run(Command.of(argv))
        .orFail("`%s` failed".formatted(command), "Look at what it says.")
        .out();
  }
}

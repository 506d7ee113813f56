package com.dataflux.func.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Debian's browser, with letters for Chinese; installed where it is missing.
public final class Chromium {
  private Chromium() {}

  public static Path program() {
    BuildMachine.needs("chromium", "fonts-noto-cjk");
    return Path.of("/usr/bin/chromium");
  }

  /// A program that starts it at a place.
  public static Path at(Place place) throws IOException {
    if (place.enter().isEmpty()) {
      return program();
    }
    Path script = Leftovers.directory("chromium").resolve("chromium");
    Files.writeString(
        script,
        "#!/bin/sh\nexec %s %s \"$@\"\n".formatted(String.join(" ", place.enter()), program()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  /// What keeps it from speaking to anyone on its own: nothing but loopback and a cable's hosts is
  /// ever found.
  public static List<String> quiet() {
    return List.of(
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE "
            + Cable.NETWORK
            + "*");
  }
}

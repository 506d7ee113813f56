package com.dataflux.func.testbed;

import java.nio.file.Path;
import java.util.List;

/// Debian's browser, with letters for Chinese; installed where it is missing.
public final class Chromium {
  private Chromium() {}

  public static Path program() {
    BuildMachine.needs("chromium", "fonts-noto-cjk");
    return Path.of("/usr/bin/chromium");
  }

  /// What keeps it from speaking to anyone on its own: no name but loopback's address is ever
  /// found.
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
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
  }
}

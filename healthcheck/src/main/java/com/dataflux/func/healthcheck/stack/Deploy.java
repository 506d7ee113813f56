package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Change.Run;
import com.dataflux.func.healthcheck.site.Site;

/// The command that makes the engine carry out the stack file, as the manual prints it.
public final class Deploy {
  private Deploy() {}

  public static Run of(Site site) {
    return Run.of(
        "docker",
        "stack",
        "deploy",
        "dataflux-func",
        "-c",
        site.installation().stackPath(),
        "--resolve-image",
        "never");
  }

  static Run image(String service, String reference) {
    return Run.of(
        "docker",
        "service",
        "update",
        "--detach",
        "--no-resolve-image",
        "--image",
        reference,
        "dataflux-func_" + service);
  }

  /// Puts new containers in the place of those of a service.
  public static Run restart(String service) {
    return Run.of(
        "docker",
        "service",
        "update",
        "--force",
        "--detach",
        "--no-resolve-image",
        "dataflux-func_" + service);
  }
}

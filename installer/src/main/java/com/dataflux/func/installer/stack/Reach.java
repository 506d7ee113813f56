package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import java.util.Optional;
import java.util.function.Supplier;

/// The engine, where it has to be there.
public final class Reach {
  private Reach() {}

  public static Engine engine(Supplier<Optional<Engine>> engines) {
    return engines
        .get()
        .orElseThrow(
            () ->
                ProblemKind.ENGINE_FAILED.exception(
                    "Docker does not answer",
                    "nobody listens on " + EngineFiles.SOCKET,
                    "Start it, then run the same command again."));
  }
}

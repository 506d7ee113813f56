package com.dataflux.func.runtime.worker;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.config.RedisSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A worker in a JVM of its own, to be killed.
final class StormWorker {
  private static final String CODE =
      "import time\ndef f(i):\n    time.sleep(0.002)\n    return i\n";

  private StormWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    RedisSettings redis =
        new RedisSettings("127.0.0.1", Integer.parseInt(args[0]), 5, Secret.of(args[1]));
    Path directory = Path.of(args[2]);
    ZygoteSettings settings = FunctionStage.settings(directory, Integer.parseInt(args[3]));
    ScriptSource scripts =
        new ScriptSource() {
          @Override
          public Optional<String> published(String scriptId) {
            return Optional.of(CODE);
          }

          @Override
          public Optional<String> draft(String scriptId) {
            return Optional.of(CODE);
          }
        };
    try (OwnZygote zygote = OwnZygote.start(settings);
        Worker _ =
            Worker.start(
                redis,
                "storm",
                FunctionStage.plan(directory, 2),
                settings,
                zygote.zygote(),
                scripts,
                (task, what, arguments) -> {
                  throw new IllegalArgumentException(what);
                })) {
      Thread.currentThread().join();
    }
  }
}

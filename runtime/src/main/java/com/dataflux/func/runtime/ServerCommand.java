package com.dataflux.func.runtime;

import com.dataflux.func.runtime.log.Logging;
import com.dataflux.func.runtime.server.Server;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `server`: the web port.
@Command(name = "server", description = "Serve pages and calls over HTTP.")
final class ServerCommand implements Callable<Integer> {
  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--web", hidden = true, defaultValue = "web")
  private Path web = Path.of("web");

  @Override
  public Integer call() throws InterruptedException {
    Logging.begin("server", data.settings(), data.directory());
    Server server = new Server(data.directory(), System.getenv(), web);
    server.start();
    Stopping.whenAsked(server);
    return 0;
  }
}

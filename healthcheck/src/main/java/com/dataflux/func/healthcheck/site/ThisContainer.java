package com.dataflux.func.healthcheck.site;

import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The real ports, for a container of the application that looks around from where it is.
public final class ThisContainer {
  private ThisContainer() {}

  /// @param data the directory of the application's data
  public static Site site(Path data) {
    HostFiles files = new HostFiles(Path.of("/"));
    CommandRunner commands = new HostCommandRunner();
    Ports ports =
        new Ports(
            files,
            commands,
            new KernelNetwork(files, commands, Patience.USUAL),
            new JdkWeb(Patience.USUAL),
            new SocketEngine(EngineFiles.SOCKET),
            (questions, connections) ->
                new Probe(commands, Patience.USUAL)
                    .run(
                        List.of(),
                        "this container",
                        ProbeQuestions.json(questions, connections, Patience.USUAL)),
            Clock.systemUTC());
    return new Site(ports, Installation.inside(files, data.toString()), List.of());
  }
}

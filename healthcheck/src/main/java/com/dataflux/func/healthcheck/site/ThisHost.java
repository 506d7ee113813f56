package com.dataflux.func.healthcheck.site;

import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The real ports, for the host that this program runs on.
public final class ThisHost {
  private ThisHost() {}

  public static Site site(List<String> targets) {
    return site(targets, Patience.USUAL);
  }

  public static Site site(List<String> targets, Patience patience) {
    HostFiles files = new HostFiles(Path.of("/"));
    CommandRunner commands = new HostCommandRunner();
    EngineView engine = new SocketEngine(EngineFiles.SOCKET);
    Ports ports =
        new Ports(
            files,
            commands,
            new KernelNetwork(files, commands, patience),
            new JdkWeb(patience),
            engine,
            new WorkerProbe(engine, commands, patience),
            Clock.systemUTC());
    return new Site(ports, targets);
  }
}

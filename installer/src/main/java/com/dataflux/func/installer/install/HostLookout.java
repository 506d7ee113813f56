package com.dataflux.func.installer.install;

import com.dataflux.func.installer.host.Disk;
import com.dataflux.func.installer.host.EngineProbe;
import com.dataflux.func.installer.host.EngineSituation;
import com.dataflux.func.installer.host.HostProbe;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.engine.SwarmState;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at this host.
final class HostLookout implements Lookout {
  private static final Path ENGINE_DATA = Path.of("/var/lib/docker");

  private final CommandRunner runner;
  private final Supplier<Optional<Engine>> engines;
  private final InstallRecord record;

  HostLookout(CommandRunner runner, Supplier<Optional<Engine>> engines, InstallRecord record) {
    this.runner = runner;
    this.engines = engines;
    this.record = record;
  }

  @Override
  public Situation look(Optional<InstallDir> given) {
    InstallDir dir = record.resolve(given);
    EngineSituation engine =
        new EngineProbe(engines, Path.of("/"), List.of(EngineFiles.DIRECTORY)).look();
    record
        .missingDir()
        .ifPresent(
            missing -> new MissingDirectory(Path.of("/")).requireRemoved(missing, serves(engine)));
    Path engineData =
        engine instanceof EngineSituation.Running(var facts, var swarm, var ours)
            ? facts.rootDir()
            : ENGINE_DATA;
    return new Situation(
        new HostProbe(runner).look(),
        engine,
        dir,
        record.installDir().isPresent(),
        new RecordedChoices(dir).read(),
        InstalledVersion.of(dir),
        KeptVersion.pending(dir).isPresent(),
        YamlFile.read(dir.userConfig()),
        Disk.of(dir.root()),
        Disk.of(engineData));
  }

  /// Whether the engine has services of the stack.
  private boolean serves(EngineSituation situation) {
    if (!(situation
        instanceof EngineSituation.Running(var facts, SwarmState.Manager manager, var ours))) {
      return false;
    }
    try (Engine engine = Reach.engine(engines)) {
      return !engine.services(Swarm.STACK).isEmpty();
    }
  }
}

package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.HostPaths;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.templates.Templates;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The steps of an install, in order.
final class Steps {
  private Steps() {}

  static List<Step> all(
      CommandRunner runner,
      Supplier<Optional<Engine>> engines,
      ImageFeed feed,
      InstallRecord record) {
    Templates templates = new Templates();
    return List.of(
        new MakeDirectories(),
        new InstallDocker(runner, engines, templates),
        new StartDocker(runner, engines),
        new InitSwarm(engines),
        new ImportImages(engines, feed),
        new CheckDatabaseFiles(runner),
        new KeepVersion(),
        new DumpDatabase(runner, engines),
        new WriteConfiguration(templates),
        new RenderStack(templates),
        new RecordInstall(record),
        new DeployStack(new StackClient(runner), engines),
        new RotateLogs(HostPaths.ROTATION, templates),
        new CopyToolkit(HostPaths.COMMAND),
        new AwaitHealth(engines),
        new SetUpApplication(),
        new RecordVersion(),
        new RemoveOldImages(engines),
        new PrepareClasses(runner),
        new WriteManPages(runner));
  }
}

package com.dataflux.func.installer.upgrade;

import com.dataflux.func.installer.stack.Application;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.installer.stack.Writers;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.settings.Reader;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Puts a kept version back: files, services, and the data where that is asked for. Carried out
/// again after an interruption, it ends in the same state.
public final class GoBack {
  private final Display display;
  private final CommandRunner runner;
  private final Supplier<Optional<Engine>> engines;
  private final InstallDir dir;

  /// Asked once the files are back, since the port may be another then.
  private final Supplier<Application> application;

  public GoBack(
      Display display,
      CommandRunner runner,
      Supplier<Optional<Engine>> engines,
      InstallDir dir,
      Supplier<Application> application) {
    this.display = display;
    this.runner = runner;
    this.engines = engines;
    this.dir = dir;
    this.application = application;
  }

  /// What would be done, a line each.
  public static List<String> plan(KeptVersion kept, Optional<String> dump) {
    String data =
        dump.map(file -> "put the data of %s back".formatted(file)).orElse("keep the data");
    return List.of(
        "put back the stack file, the configuration, the options and the command of version "
            + kept.version(),
        "deploy the stack, and wait until every service is healthy",
        data,
        "remove the images of the other version");
  }

  /// Data is put back before any program that uses it starts: the failed one may have changed it in
  /// ways that the kept one cannot read.
  ///
  /// @param dump of the data to put back, as the scheduler's container names it; empty where the
  ///   data stays
  public void to(KeptVersion kept, Optional<String> dump) {
    StackClient client = new StackClient(runner);
    boolean reread = !kept.hasConfigurationInPlace();
    try (Activity activity = display.begin("Put files back")) {
      kept.restore();
      activity.note("version " + kept.version());
      activity.done();
    }
    try (Engine engine = Reach.engine(engines)) {
      if (dump.isPresent()) {
        restore(engine, client, dump.get());
      }
      try (Activity activity = display.begin("Deploy stack")) {
        client.deploy(dir.stackFile());
        DeployedMark.ofStack(dir).write();
        if (reread) {
          readers(engine).forEach(client::restart);
        }
        activity.done();
      }
      await(engine);
      removeOthers(engine, kept);
    }
  }

  /// What came with the change that is taken back.
  private void removeOthers(Engine engine, KeptVersion kept) {
    Set<String> wanted = new HashSet<>(kept.references());
    KeptVersion.previous(dir).ifPresent(before -> wanted.addAll(before.references()));
    try (Activity activity = display.begin("Remove images")) {
      activity.note("%d images".formatted(OldImages.remove(engine, wanted)));
      activity.done();
    }
  }

  /// The services that read the configuration, which is another one now.
  private static List<String> readers(Engine engine) {
    return engine.services(Swarm.STACK).stream()
        .map(StackService::name)
        .filter(name -> Arrays.stream(Reader.values()).anyMatch(reader -> reader.is(name)))
        .toList();
  }

  private void await(Engine engine) {
    try (Activity activity = display.begin("Await health")) {
      new Health(engine, StackFile.services(dir.stackFile()), application.get()).await(activity);
      activity.done();
    }
  }

  private void restore(Engine engine, StackClient client, String dump) {
    BackupContainer container = new BackupContainer(runner);
    try (Activity activity = display.begin("Put data back")) {
      client.deployWithout(Writers.of(dir.stackFile()), dir.stackFile());
      container.await(engine, dir.stackFile());
      new Writers(runner).awaitStill(engine, dir.stackFile());
      activity.note(container.load(Path.of(dump), activity));
      activity.done();
    }
  }
}

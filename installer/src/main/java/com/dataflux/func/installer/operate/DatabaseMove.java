package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.install.Databases;
import com.dataflux.func.installer.install.RecordedChoices;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.stack.ServiceLines;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.TextFile;
import com.dataflux.func.installer.stack.WayBack;
import com.dataflux.func.installer.stack.Writers;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.files.PropertyText;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.templates.DatabaseConnection;
import com.dataflux.func.templates.InstallDir;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Moves the application's database to another server, or back to the built-in one: look, copy and
/// compare, change the configuration, restart. The old data stays where it is.
public final class DatabaseMove {
  private static final String BUILT_IN = "mysql";
  private static final Set<String> SCHEDULER = Set.of("beat");

  private final Display display;
  private final Installed installed;
  private final InstallDir dir;
  private final Configuration configuration;
  private final BackupContainer container;
  private final Writers writers;
  private final StackClient client;
  private final Supplier<Optional<Engine>> engines;
  private final Lifecycle lifecycle;

  public DatabaseMove(Display display, Installed installed) {
    this(display, installed, new HostCommandRunner(), LocalEngine::reach);
  }

  DatabaseMove(
      Display display,
      Installed installed,
      CommandRunner runner,
      Supplier<Optional<Engine>> engines) {
    this.display = display;
    this.installed = installed;
    this.dir = installed.dir();
    this.configuration = new Configuration(installed);
    this.container = new BackupContainer(runner);
    this.writers = new Writers(runner);
    this.client = new StackClient(runner);
    this.engines = engines;
    this.lifecycle = new Lifecycle(display, installed, client, engines);
  }

  /// Where to.
  ///
  /// @param external the other server; none for the built-in one
  /// @param replace whether what the target holds may go
  /// @param dropBuiltIn whether the built-in server is to run no more
  public record Request(
      Optional<DatabaseConnection> external, boolean replace, boolean dropBuiltIn) {}

  /// What a failure puts back.
  private record Before(
      String configuration, String stack, Choices choices, Map<String, String> replicas) {}

  /// @throws ProblemException where the target is unfit, the copy failed, or the application does
  ///   not run on it; configuration and services are then as they were before
  public void run(Request request) {
    DatabaseConnection target =
        request.external().orElseGet(() -> Databases.builtInMysql(installed.dir()));
    try (HeldLock _ = HostLock.take("database move")) {
      moveOrGoBack(request, target);
    }
    display.answer(
        "The application runs on %s. What it left behind is as it was.".formatted(target.host()),
        Map.of("host", target.host(), "port", target.port().number()));
  }

  void moveOrGoBack(Request request, DatabaseConnection target) {
    Before before = present();
    try {
      move(request, target);
    } catch (ProblemException e) {
      WayBack.go(() -> goBack(before, e));
      throw e;
    }
  }

  private void move(Request request, DatabaseConnection target) {
    if (request.external().isEmpty()) {
      bringBuiltInBack();
    }
    String order = order(target, request.replace());
    try (Activity activity = display.begin("Look at the target")) {
      activity.note(container.order("check-target", order, activity));
      activity.done();
    }
    writers.pausedDuring(
        dir,
        engines,
        () -> {
          try (Activity activity = display.begin("Copy the database")) {
            activity.note(container.order("move", order, activity));
            activity.done();
          }
          switchOver(target, request.dropBuiltIn());
        });
    restart(SCHEDULER);
  }

  /// Lets the built-in server run again, where it was dropped.
  private void bringBuiltInBack() {
    if (installed.services().contains(BUILT_IN)) {
      return;
    }
    String whole =
        new ServiceLines(BUILT_IN)
            .broughtBack(TextFile.read(dir.stackFile()))
            .orElseThrow(
                () ->
                    ProblemKind.USAGE.exception(
                        "The stack has no built-in database",
                        "it was installed with --no-mysql",
                        "Install with --no-mysql=false first; nothing was changed."));
    AtomicFile.write(dir.stackFile(), whole, AtomicFile.PRIVATE);
    recordNoMysql(false);
    lifecycle.start();
  }

  private void switchOver(DatabaseConnection target, boolean dropBuiltIn) {
    try (Activity activity = display.begin("Change the configuration")) {
      configuration.write(configuration.setting(keys(target)));
      if (dropBuiltIn) {
        new ServiceLines(BUILT_IN)
            .commentedOut(TextFile.read(dir.stackFile()))
            .ifPresent(text -> AtomicFile.write(dir.stackFile(), text, AtomicFile.PRIVATE));
        recordNoMysql(true);
        client.deploy(dir.stackFile());
      }
      activity.done();
    }
  }

  /// For later upgrades.
  private void recordNoMysql(boolean none) {
    RecordedChoices choices = new RecordedChoices(dir);
    choices.write(choices.read().withNoMysql(none));
  }

  private Before present() {
    return new Before(
        configuration.text(),
        TextFile.read(dir.stackFile()),
        new RecordedChoices(dir).read(),
        writers.replicas());
  }

  private void goBack(Before before, ProblemException why) {
    if (before.equals(present())) {
      return;
    }
    try {
      try (Activity activity = display.begin("Put configuration and services back")) {
        configuration.write(configuration.replacing(before.configuration()));
        AtomicFile.write(dir.stackFile(), before.stack(), AtomicFile.PRIVATE);
        new RecordedChoices(dir).write(before.choices());
        client.deploy(dir.stackFile());
        writers.scale(before.replicas());
        activity.done();
      }
      restart(Readers.of(keys(Databases.builtInMysql(dir)).keySet(), installed.services()));
    } catch (ProblemException e) {
      why.addSuppressed(e);
      display.warn(e.problem());
    }
  }

  /// Replaces the tasks that know the old configuration, and waits for new ones.
  private void restart(Set<String> services) {
    lifecycle.restart(services);
    DeployedMark.ofStack(dir).write();
    DeployedMark.ofConfiguration(dir).write();
  }

  private static Map<String, String> keys(DatabaseConnection target) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("MYSQL_HOST", target.host());
    keys.put("MYSQL_PORT", target.port().toString());
    keys.put("MYSQL_USER", target.user());
    keys.put("MYSQL_PASSWORD", target.password().reveal());
    keys.put("MYSQL_DATABASE", target.database());
    return keys;
  }

  private static String order(DatabaseConnection target, boolean replace) {
    return PropertyText.write(
        Map.of(
            "host", target.host(),
            "port", target.port().toString(),
            "user", target.user(),
            "password", target.password().reveal(),
            "database", target.database(),
            "replace", String.valueOf(replace)));
  }
}

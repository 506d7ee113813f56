package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.Application;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.DeployedMark;
import com.dataflux.func.installer.stack.Health;
import com.dataflux.func.installer.stack.HostLock;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.ServiceLines;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.templates.DatabaseConnection;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// Moves the application's database to another server, or back to the built-in one: look, copy and
/// compare, change the configuration, restart. The old data stays where it is.
public final class DatabaseMove {
  private static final String BUILT_IN = "mysql";

  private final Display display;
  private final InstallDir dir;
  private final BackupContainer container;
  private final StackClient client;

  private DatabaseMove(Display display, CommandRunner runner, InstallDir dir) {
    this.display = display;
    this.dir = dir;
    this.container = new BackupContainer(runner);
    this.client = new StackClient(runner);
  }

  public static DatabaseMove onThisHost(Display display) {
    InstallDir dir =
        InstallRecord.ofHost()
            .installDir()
            .orElseThrow(
                () ->
                    ProblemKind.NOT_INSTALLED.exception(
                        "There is no install on this host",
                        "/etc/dataflux-func names none",
                        "Install first."));
    return new DatabaseMove(display, new HostCommandRunner(), dir);
  }

  /// Where to.
  ///
  /// @param replace whether what the target holds may go
  /// @param dropBuiltIn whether the built-in server is to run no more
  public record Request(DatabaseConnection target, boolean replace, boolean dropBuiltIn) {}

  /// The account of the built-in server.
  public DatabaseConnection builtIn() {
    return Databases.builtInMysql(new SecretsFile(dir).readOrGenerate());
  }

  /// Lets the built-in server run again, where it was dropped.
  public void bringBuiltInBack() {
    if (StackFile.services(dir.stackFile()).contains(BUILT_IN)) {
      return;
    }
    try (Activity activity = display.begin("Start the built-in database")) {
      String text = read(dir.stackFile());
      String whole =
          new ServiceLines(BUILT_IN)
              .broughtBack(text)
              .orElseThrow(
                  () ->
                      ProblemKind.USAGE.exception(
                          "The stack has no built-in database",
                          "it was installed with --no-mysql",
                          "Install with --no-mysql=false first; nothing was changed."));
      AtomicFile.write(dir.stackFile(), whole, AtomicFile.PRIVATE);
      recordNoMysql(false);
      client.deploy(dir.stackFile());
      await(Set.of(BUILT_IN), activity);
      activity.done();
    }
  }

  /// @throws ProblemException where the target is unfit, the copy failed, or the application does
  ///   not run on it; the configuration is then as it was before
  public void run(Request request) {
    try (HeldLock _ = HostLock.take("database move")) {
      copy(request);
    }
    display.answer(
        "The application runs on %s. What it left behind is as it was."
            .formatted(request.target().host()),
        Map.of("host", request.target().host(), "port", request.target().port().number()));
  }

  private void copy(Request request) {
    String target = properties(request);
    try (Activity activity = display.begin("Look at the target")) {
      activity.note(container.run("check-target", target));
      activity.done();
    }
    Map<String, String> replicas = container.stopWriters();
    try {
      try (Activity activity = display.begin("Copy the database")) {
        activity.note(lastLine(container.run("move", target)));
        activity.done();
      }
      switchOver(request);
    } finally {
      container.startWriters(replicas);
    }
    awaitAll();
    DeployedMark.ofStack(dir).write();
    DeployedMark.ofConfiguration(dir).write();
  }

  private void switchOver(Request request) {
    String configuration = read(dir.userConfig());
    String stack = read(dir.stackFile());
    try (Activity activity = display.begin("Change the configuration")) {
      write(UserConfig.with(dir.userConfig(), configuration, keys(request.target())));
      if (request.dropBuiltIn()) {
        new ServiceLines(BUILT_IN)
            .commentedOut(stack)
            .ifPresent(text -> AtomicFile.write(dir.stackFile(), text, AtomicFile.PRIVATE));
        client.deploy(dir.stackFile());
        recordNoMysql(true);
      }
      client.restart("beat");
      activity.done();
    } catch (ProblemException e) {
      write(configuration);
      AtomicFile.write(dir.stackFile(), stack, AtomicFile.PRIVATE);
      throw e;
    }
  }

  /// For later upgrades.
  private void recordNoMysql(boolean none) {
    RecordedChoices choices = new RecordedChoices(dir);
    choices.write(choices.read().withNoMysql(none));
  }

  private void awaitAll() {
    try (Activity activity = display.begin("Await health")) {
      await(StackFile.services(dir.stackFile()), activity);
      activity.done();
    }
  }

  private void await(Set<String> services, Activity activity) {
    Port port = new RecordedChoices(dir).read().port().orElse(Port.WEB);
    try (var engine = Reach.engine(LocalEngine::reach)) {
      new Health(engine, services, new Application(port)).await(activity);
    }
  }

  private static Map<String, Object> keys(DatabaseConnection target) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("MYSQL_HOST", target.host());
    keys.put("MYSQL_PORT", target.port().number());
    keys.put("MYSQL_USER", target.user());
    keys.put("MYSQL_PASSWORD", target.password().reveal());
    keys.put("MYSQL_DATABASE", target.database());
    return keys;
  }

  private static String properties(Request request) {
    Properties values = new Properties();
    values.setProperty("host", request.target().host());
    values.setProperty("port", request.target().port().toString());
    values.setProperty("user", request.target().user());
    values.setProperty("password", request.target().password().reveal());
    values.setProperty("database", request.target().database());
    values.setProperty("replace", String.valueOf(request.replace()));
    StringWriter text = new StringWriter();
    try {
      values.store(text, null);
    } catch (IOException e) {
      throw new IllegalStateException("a text can always be written", e);
    }
    return text.toString();
  }

  private static String lastLine(String said) {
    return said.substring(said.lastIndexOf('\n') + 1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private void write(String configuration) {
    try {
      int owner = Owners.of(dir.userConfig());
      AtomicFile.write(dir.userConfig(), configuration, AtomicFile.PRIVATE);
      Owners.giveTo(dir.userConfig(), owner);
    } catch (IOException e) {
      throw failed(dir.userConfig(), e);
    }
  }

  private static ProblemException failed(Path file, IOException e) {
    return ProblemKind.FILE_FAILED
        .problem(file + " could not be read or written", e.toString(), "Look at the disk.")
        .asException(e);
  }
}

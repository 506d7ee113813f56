package com.dataflux.func.installer.operate;

import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.installer.stack.BackupContainer;
import com.dataflux.func.installer.stack.HostPaths;
import com.dataflux.func.installer.stack.LocalEngine;
import com.dataflux.func.installer.stack.OwnEngine;
import com.dataflux.func.installer.stack.Reach;
import com.dataflux.func.installer.stack.RebuildMark;
import com.dataflux.func.installer.stack.StackClient;
import com.dataflux.func.installer.stack.Swarm;
import com.dataflux.func.installer.stack.Trees;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.image.ImageReference;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes an install off this host.
public final class Uninstall {
  /// Of this program's images.
  private static final String REPOSITORIES = "dataflux-func/";

  /// What the toolkit can do without once its command is gone; secrets and options stay with the
  /// data, for another install in the same place.
  private static final List<String> PROGRAMS =
      List.of(
          "java",
          "runtimes",
          "bin",
          "dataflux-func.jar",
          "dataflux-func.aot",
          "version",
          "installed.yaml",
          "pending",
          "previous");

  private final Display display;
  private final Installed installed;
  private final UninstallRequest request;
  private final HostCommandRunner runner = new HostCommandRunner();

  public Uninstall(Display display, Installed installed, UninstallRequest request) {
    this.display = display;
    this.installed = installed;
    this.request = request;
  }

  /// What would be done, a line each.
  public List<String> plan() {
    List<String> plan = new ArrayList<>();
    if (request.dump()) {
      plan.add("make a last dump of the database");
    }
    request.export().ifPresent(place -> plan.add("copy the last dump to " + place));
    plan.add("remove the stack %s with its containers and network".formatted(Swarm.STACK));
    plan.add("remove " + HostPaths.ROTATION);
    if (request.images()) {
      plan.add("remove the images " + REPOSITORIES + "*");
    }
    if (request.engine()) {
      plan.add("remove Docker from %s, and its data".formatted(EngineFiles.DIRECTORY));
    }
    plan.add(
        request.data()
            ? "remove %s with all data".formatted(installed.dir())
            : "keep %s with all data".formatted(installed.dir()));
    plan.add("remove %s and %s".formatted(HostPaths.COMMAND, HostPaths.RECORD));
    return plan;
  }

  /// @throws com.dataflux.func.platform.ProblemException before anything is changed, where the
  ///   engine shall go and is not ours to remove
  public void run() {
    Path engineData = Path.of("/var/lib/docker");
    if (request.engine()) {
      requireOwnEngine();
      try (Engine engine = Reach.engine(LocalEngine::reach)) {
        engineData = engine.facts().rootDir();
      }
    }
    Optional<Path> made = request.dump() ? Optional.of(dump()) : Optional.empty();
    request.export().ifPresent(place -> export(made, place));
    Lifecycle.of(display, installed).stop();
    remove(
        "Remove files of the host", Stream.concat(Stream.of(HostPaths.ROTATION), pages()).toList());
    if (request.images()) {
      removeImages();
    }
    if (request.engine()) {
      removeEngine(engineData);
    }
    // What stays is no rebuild any more, and nothing to unpack another archive over.
    RebuildMark.remove(installed.dir());
    Path toolkit = installed.dir().toolkit();
    remove(
        "Remove files",
        request.data()
            ? List.of(installed.dir().root())
            : PROGRAMS.stream().map(toolkit::resolve).toList());
    // Until here the same command can be run again.
    remove("Remove command", List.of(HostPaths.COMMAND, HostPaths.RECORD));
  }

  private Path dump() {
    try (Activity activity = display.begin("Dump the database")) {
      Path made = new BackupContainer(runner).dump(activity);
      activity.note(made.toString());
      activity.done();
      return made;
    }
  }

  private void export(Optional<Path> made, Path place) {
    StoredDump dump = new LastDump(installed.dir()).find(made);
    try (Activity activity = display.begin("Copy the last dump")) {
      DumpCopy copy =
          DumpCopy.of(dump, place, new ConfiguredDumps(installed.dir()).packing(), activity);
      activity.note(copy.file().toString());
      activity.done();
    }
  }

  private static Stream<Path> pages() {
    String[] names =
        HostPaths.MAN_PAGES.toFile().list((_, name) -> name.matches("dataflux-func.*\\.1"));
    return names == null ? Stream.of() : Arrays.stream(names).map(HostPaths.MAN_PAGES::resolve);
  }

  private void remove(String title, List<Path> paths) {
    try (Activity activity = display.begin(title)) {
      for (Path path : paths) {
        Trees.delete(path);
      }
      activity.done();
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "Not all of %s could be removed".formatted(paths),
              e.toString(),
              "Look at what uses it, then run the same command again.")
          .asException(e);
    }
  }

  private void removeImages() {
    try (Activity activity = display.begin("Remove images");
        Engine engine = Reach.engine(LocalEngine::reach)) {
      List<ImageReference> ours =
          engine.images().stream()
              .flatMap(image -> image.references().stream())
              .filter(reference -> reference.toString().startsWith(REPOSITORIES))
              .toList();
      ours.forEach(engine::removeImage);
      activity.note("%d images".formatted(ours.size()));
      activity.done();
    }
  }

  private void requireOwnEngine() {
    if (!Files.isExecutable(EngineFiles.DIRECTORY.resolve("dockerd"))) {
      throw ProblemKind.USAGE.exception(
          "Docker on this host was not installed by this program",
          "there is no %s".formatted(EngineFiles.DIRECTORY.resolve("dockerd")),
          "Leave out --engine; nothing was changed.");
    }
    List<String> foreign =
        runner
            .run(StackClient.docker(List.of("ps", "--all", "--format", "{{.Names}}")))
            .orFail("The Docker engine could not be asked", "See that Docker runs.")
            .out()
            .lines()
            .filter(name -> !name.startsWith(Swarm.STACK + "_"))
            .toList();
    if (!foreign.isEmpty()) {
      throw ProblemKind.USAGE.exception(
          "Docker on this host has containers of others",
          String.join(", ", foreign),
          "Leave out --engine, or remove them first; nothing was changed.");
    }
  }

  private void removeEngine(Path data) {
    try (Activity activity = display.begin("Stop Docker")) {
      OwnEngine.ofThisHost().ifPresent(OwnEngine::stop);
      activity.done();
    }
    Path client = Path.of("/usr/bin/docker");
    List<Path> files =
        new ArrayList<>(
            List.of(EngineFiles.UNIT, EngineFiles.INIT_SCRIPT, EngineFiles.DIRECTORY, data));
    if (Files.isSymbolicLink(client)) {
      files.add(client);
    }
    remove("Remove Docker", files);
  }
}

package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// Builds a bundle beside its final place and moves it there when it is whole, so that a stopped
/// build leaves what was there before.
public final class BundleBuilder {
  private final CommandRunner runner;
  private final BuildCache cache;
  private final Display display;

  public BundleBuilder(CommandRunner runner, BuildCache cache, Display display) {
    this.runner = runner;
    this.cache = cache;
    this.display = display;
  }

  /// @throws com.dataflux.func.platform.ProblemException where a part cannot be made
  public void build(BuildRequest request) {
    Catalog catalog = Catalog.with(request.images());
    Path output = request.output().toAbsolutePath().normalize();
    Path part = output.resolveSibling("." + output.getFileName() + ".part");
    try (HeldLock _ = cache.lock(display);
        Activity activity = display.begin("Build the bundle")) {
      Directories.delete(part);
      try {
        Path directory = part.resolve(Bundle.DIRECTORY);
        Files.createDirectories(directory);
        fill(directory, request, catalog, activity);
        replace(
            output,
            BundleForms.write(directory, request.version(), request.layout(), activity),
            part);
      } finally {
        Directories.delete(part);
      }
      activity.done();
    } catch (IOException e) {
      throw ProblemKind.BUILD_FAILED
          .problem(
              "The bundle could not be written",
              e.toString(),
              "Look at the free space of %s, then run the same command again."
                  .formatted(output.getParent()))
          .asException(e);
    }
  }

  private void fill(Path directory, BuildRequest request, Catalog catalog, Activity activity)
      throws IOException {
    JavaRuntime runtime = new JavaRuntime(runner, cache, request.jdk());
    copyFiles(request.files(), directory);
    try (Activity step = activity.begin("Java runtime")) {
      Files.copy(runtime.archive(), directory.resolve("java-runtime.tgz"));
      step.done();
    }
    Path docker =
        request.docker().isPresent()
            ? request.docker().get()
            : new DockerPackages(runner, cache).archive(activity);
    Files.copy(docker, directory.resolve(String.valueOf(docker.getFileName())));
    List<BuiltImage> images =
        new ImageOrigins(runner, cache, new Ingredients(runtime.directory(), request.application()))
            .make(catalog, activity);
    try (Activity step = activity.begin("Write the images")) {
      LayoutWriter layout = new LayoutWriter(directory.resolve(Bundle.IMAGES), request.version());
      for (BuiltImage image : images) {
        layout.add(image);
      }
      layout.finish();
      step.done();
    }
  }

  private static void copyFiles(Map<String, Path> files, Path directory) throws IOException {
    for (Map.Entry<String, Path> each : files.entrySet()) {
      Files.copy(each.getValue(), directory.resolve(each.getKey()));
    }
  }

  /// What was there before is only deleted when the new is in its place.
  private static void replace(Path output, Path made, Path part) throws IOException {
    if (Files.exists(output)) {
      Files.move(output, part.resolve("old"));
    }
    Files.move(made, output, StandardCopyOption.ATOMIC_MOVE);
  }
}

package com.dataflux.func.installer.acceptance;

import com.dataflux.func.testbed.HostPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A medium, plugged into a host, with bundles that are not as they should be.
final class HostileMedium {
  private static final String PLACE = "/media/hostile";

  /// On the disk of the bundle that is built, whose files are linked.
  private final Path directory =
      Path.of(System.getProperty("project.root"), "installer/target/hostile");

  private int count;

  HostPlan pluggedInto(HostPlan plan) {
    remove();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return plan.withMedium(PLACE, directory);
  }

  /// Puts a bundle on it, and says where the host finds it.
  String put(Consumer<LinkedBundle> damage) {
    String name = "bundle-" + ++count;
    damage.accept(LinkedBundle.of(BuiltBundle.directory(), directory.resolve(name)));
    return PLACE + "/" + name;
  }

  void remove() {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

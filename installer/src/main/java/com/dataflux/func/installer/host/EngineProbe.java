package com.dataflux.func.installer.host;

import com.dataflux.func.platform.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds out what there is of a Docker engine, without starting it.
public final class EngineProbe {
  private static final List<String> DIRECTORIES =
      List.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/bin", "/sbin");

  private final Supplier<Optional<Engine>> engines;
  private final Path root;
  private final List<Path> ownPrograms;

  /// @param engines the engine that answers at this moment, if one does
  /// @param root of the file system to look at
  /// @param ownPrograms directories where this program itself puts engines
  public EngineProbe(Supplier<Optional<Engine>> engines, Path root, List<Path> ownPrograms) {
    this.engines = engines;
    this.root = root;
    this.ownPrograms = List.copyOf(ownPrograms);
  }

  public EngineSituation look() {
    Optional<String> snap = snap();
    if (snap.isPresent()) {
      return new EngineSituation.Snap(snap.get());
    }
    Optional<Engine> answering = engines.get();
    if (answering.isPresent()) {
      try (Engine engine = answering.get()) {
        return new EngineSituation.Running(engine.facts(), engine.swarm(), isOurs());
      }
    }
    return programs()
        .filter(Files::isExecutable)
        .map(program -> (EngineSituation) new EngineSituation.Stopped(program.toString()))
        .findFirst()
        .orElseGet(EngineSituation.Absent::new);
  }

  /// Whether the engine's process runs a program of ours.
  private boolean isOurs() {
    try {
      String process = Files.readString(root.resolve("var/run/docker.pid")).strip();
      Path program = root.resolve("proc").resolve(process).resolve("exe").toRealPath();
      return ownPrograms.stream().anyMatch(program::startsWith);
    } catch (IOException e) {
      return false;
    }
  }

  private Stream<Path> programs() {
    return Stream.concat(
            DIRECTORIES.stream().map(directory -> root.resolve(directory.substring(1))),
            ownPrograms.stream())
        .map(directory -> directory.resolve("dockerd"));
  }

  private Optional<String> snap() {
    for (String path : List.of("snap/bin/docker", "var/snap/docker")) {
      Path found = root.resolve(path);
      if (Files.exists(found)) {
        return Optional.of(found.toString());
      }
    }
    try {
      Path client = root.resolve("usr/bin/docker").toRealPath();
      return client.toString().contains("/snap")
          ? Optional.of(client.toString())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

package com.dataflux.func.runtime;

import com.dataflux.func.testbed.MySqlPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One service of the application as a process, which a test may kill and start again.
public final class Service implements AutoCloseable {
  private final List<String> command;
  private final Path output;
  private @Nullable Process process;

  /// @param output where it writes what `docker logs` would show
  Service(Path output, List<String> command) {
    this.command = List.copyOf(command);
    this.output = output;
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::kill));
  }

  public Service start() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(output.toFile()));
      // The image has MySQL's programs; this machine need not.
      String programs = MySqlPrograms.mysqldump().resolveSibling("").toString();
      builder.environment().merge("PATH", programs, (path, first) -> first + ":" + path);
      builder.environment().put("MALLOC_ARENA_MAX", "2");
      process = builder.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path output() {
    return output;
  }

  /// The process that was started, and everything below it.
  public List<ProcessHandle> processes() {
    Process running = process;
    return running == null
        ? List.of()
        : java.util.stream.Stream.concat(
                java.util.stream.Stream.of(running.toHandle()), running.descendants())
            .toList();
  }

  public boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /// `kill -9` of everything in it, the service before what it has started since, as a container
  /// ends: no part of it sees the end of another and acts on it.
  public void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    List<ProcessHandle> below = running.descendants().sorted().toList();
    below.forEach(ProcessHandle::destroyForcibly);
    running.destroyForcibly().onExit().join();
    for (ProcessHandle each : below) {
      // Where nothing collects what is dead, it never counts as ended.
      each.onExit().completeOnTimeout(each, 5, TimeUnit.SECONDS).join();
    }
  }

  /// What the engine does after a death, or an operator's restart.
  public void killAndStart() {
    kill();
    start();
  }

  /// Asks it to end, and waits.
  @Override
  public void close() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        kill();
        throw new IllegalStateException("it did not end when asked; see " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }
}

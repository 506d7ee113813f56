package com.dataflux.func.runtime.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A zygote that this worker starts itself, for hosts without the image's process 1.
public final class OwnZygote implements AutoCloseable {
  private final Path directory;
  private final Process process;
  private final Zygote zygote;

  private OwnZygote(Path directory, Process process, Zygote zygote) {
    this.directory = directory;
    this.process = process;
    this.zygote = zygote;
  }

  public static OwnZygote start(ZygoteSettings settings) throws IOException {
    Path directory = Files.createTempDirectory("dataflux-func-");
    // Others may pass through to their own directory, and see nothing else.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    Path socket = directory.resolve("zygote.sock");
    List<String> command =
        new ArrayList<>(
            List.of(
                settings.python(),
                "-I",
                "-B",
                settings.program().toString(),
                "--socket=" + socket,
                "--homes=" + directory,
                "--packages=" + settings.packages(),
                "--resources=" + settings.resources()));
    settings.uidBase().ifPresent(uid -> command.add("--uid-base=" + uid));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    Zygote.expectSocket(socket, process);
    return new OwnZygote(directory, process, new Zygote(socket, directory, () -> {}));
  }

  public Zygote zygote() {
    return zygote;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    zygote.close();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    try (Stream<Path> left = Files.walk(directory)) {
      for (Path each : left.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}

package com.dataflux.func.platform.process;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Runs programs on this host. Both streams are read at once and to the end; a program past its
/// limit, or whose caller is interrupted, is killed with everything it started.
public final class HostCommandRunner implements CommandRunner {
  private static final int PIECE = 1 << 18;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  @Override
  public Outcome run(Command command) {
    return run(command, stream -> text(stream), stream -> text(stream));
  }

  @Override
  public Outcome run(Command command, Consumer<String> line) {
    return run(command, stream -> lines(stream, line), stream -> lines(stream, line));
  }

  @Override
  public Outcome run(Command command, OutputStream out) {
    return run(command, stream -> copy(stream, out), stream -> text(stream));
  }

  @Override
  public Outcome run(Command command, Path file, OutputStream out) {
    return run(
        command,
        Redirect.appendTo(file.toFile()),
        process -> copyGrowing(file, process, out),
        stream -> text(stream),
        _ -> {});
  }

  @Override
  public Outcome feed(Command command, Feed input) {
    return run(command, stream -> text(stream), stream -> text(stream), input);
  }

  private Outcome run(Command command, StreamReader outReader, StreamReader errReader) {
    byte[] input = command.input().orElse("").getBytes(StandardCharsets.UTF_8);
    return run(command, outReader, errReader, stream -> stream.write(input));
  }

  private Outcome run(Command command, StreamReader outReader, StreamReader errReader, Feed input) {
    return run(
        command,
        Redirect.PIPE,
        process -> outReader.read(process.getInputStream()),
        errReader,
        input);
  }

  private Outcome run(
      Command command,
      Redirect redirect,
      OutputReader outReader,
      StreamReader errReader,
      Feed input) {
    // A virtual thread that waits in a pipe holds its carrier up, which costs more than the
    // reading.
    ThreadFactory platform = Thread.ofPlatform().daemon().factory();
    try (ExecutorService starter = Executors.newSingleThreadExecutor(platform);
        ExecutorService readers = Executors.newThreadPerTaskExecutor(platform)) {
      Process process = start(command, redirect, starter);
      Future<String> out = readers.submit(orKill(process, () -> outReader.read(process)));
      Future<String> err =
          readers.submit(orKill(process, () -> errReader.read(process.getErrorStream())));
      Future<String> in = readers.submit(orKill(process, () -> write(process, input)));
      try {
        if (!process.waitFor(command.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
          killWhole(process);
          throw ProblemKind.COMMAND_FAILED.exception(
              "`%s` did not end in time".formatted(command.line()),
              "its limit is %d seconds".formatted(command.timeout().toSeconds()),
              "Look at what the host is busy with, then run the same command again.");
        }
        in.get();
        return new Outcome(command, process.exitValue(), out.get(), err.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw ProblemKind.INTERRUPTED
            .problem(
                "`%s` was interrupted".formatted(command.line()), "", "Run the same command again.")
            .asException(e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ProblemException known) {
          throw known;
        }
        throw ProblemKind.COMMAND_FAILED
            .problem(
                "What `%s` printed could not be passed on".formatted(command.line()),
                String.valueOf(e.getMessage()),
                "Look at the disk's free space, then run the same command again.")
            .asException(e);
      } finally {
        killWhole(process);
      }
    }
  }

  /// @param starter keeps its thread until the program has ended: one that asked the kernel to end
  ///   it with the thread that started it would go with a virtual thread's carrier
  private static Process start(Command command, Redirect out, Executor starter) {
    try {
      return CompletableFuture.supplyAsync(() -> start(command, out), starter).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ProblemException known ? known : e;
    }
  }

  private static Process start(Command command, Redirect out) {
    ProcessBuilder builder = new ProcessBuilder(command.argv()).redirectOutput(out);
    builder.environment().putAll(command.environment());
    command
        .secretEnvironment()
        .forEach((name, secret) -> builder.environment().put(name, secret.reveal()));
    command.directory().ifPresent(directory -> builder.directory(directory.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw ProblemKind.COMMAND_FAILED
          .problem(
              "`%s` cannot be started".formatted(command.argv().getFirst()),
              String.valueOf(e.getMessage()),
              "Install the program, or look at its mode and its place.")
          .asException(e);
    }
  }

  /// What breaks off must not look whole: the program is killed before its input ends.
  private static String write(Process process, Feed input) {
    OutputStream in = process.getOutputStream();
    try {
      input.writeTo(in);
    } catch (IOException e) {
      // The program closed its input without reading all of it, as it may.
    } catch (RuntimeException e) {
      killWhole(process);
      throw e;
    } finally {
      close(in);
    }
    return "";
  }

  private static void close(OutputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // The program has ended or closed its input, and what was left for it is lost.
    }
  }

  /// A program whose output nobody takes any more would wait until its time limit.
  private static Callable<String> orKill(Process process, Callable<String> work) {
    return () -> {
      try {
        return work.call();
      } catch (IOException | RuntimeException e) {
        killWhole(process);
        throw e;
      }
    };
  }

  private static void killWhole(Process process) {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> family;
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      family = descendants.toList();
    }
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String copy(InputStream stream, OutputStream out) throws IOException {
    copy(stream, out, new byte[PIECE]);
    return "";
  }

  /// Copies a file to where it ends when the program that writes it has.
  private static String copyGrowing(Path file, Process writer, OutputStream out)
      throws IOException {
    byte[] piece = new byte[PIECE];
    try (InputStream stream = Files.newInputStream(file)) {
      while (writer.isAlive()) {
        copy(stream, out, piece);
        writer.waitFor(BETWEEN_LOOKS);
      }
      copy(stream, out, piece);
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static void copy(InputStream stream, OutputStream out, byte[] piece) throws IOException {
    for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
      out.write(piece, 0, read);
    }
  }

  private static String lines(InputStream stream, Consumer<String> line) {
    StringBuilder whole = new StringBuilder();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String next = reader.readLine(); next != null; next = reader.readLine()) {
        whole.append(next).append('\n');
        line.accept(next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return whole.toString();
  }

  @FunctionalInterface
  private interface OutputReader {
    String read(Process process) throws IOException;
  }

  @FunctionalInterface
  private interface StreamReader {
    String read(InputStream stream) throws IOException;
  }
}

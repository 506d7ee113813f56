package com.dataflux.func.platform.process;

import com.dataflux.func.platform.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program to run and what it is given. Secrets travel in `secretEnvironment` or `input`, never
/// in `argv`.
///
/// @param argv program and arguments, passed as they are, without a shell
/// @param environment added to this process's environment
/// @param secretEnvironment added too, and kept out of every message
/// @param directory working directory; this process's own where empty
/// @param input what the program reads on standard input; nothing where empty
/// @param timeout after which the program and all it started are killed
public record Command(
    List<String> argv,
    Map<String, String> environment,
    Map<String, Secret> secretEnvironment,
    Optional<Path> directory,
    Optional<String> input,
    Duration timeout) {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    secretEnvironment = Map.copyOf(secretEnvironment);
  }

  public static Command of(String... argv) {
    return of(List.of(argv));
  }

  public static Command of(List<String> argv) {
    return new Command(
        argv, Map.of(), Map.of(), Optional.empty(), Optional.empty(), DEFAULT_TIMEOUT);
  }

  public Command with(String name, String value) {
    Map<String, String> added = new LinkedHashMap<>(environment);
    added.put(name, value);
    return new Command(argv, added, secretEnvironment, directory, input, timeout);
  }

  public Command with(String name, Secret value) {
    Map<String, Secret> added = new LinkedHashMap<>(secretEnvironment);
    added.put(name, value);
    return new Command(argv, environment, added, directory, input, timeout);
  }

  public Command in(Path newDirectory) {
    return new Command(
        argv, environment, secretEnvironment, Optional.of(newDirectory), input, timeout);
  }

  public Command reading(String newInput) {
    return new Command(
        argv, environment, secretEnvironment, directory, Optional.of(newInput), timeout);
  }

  public Command within(Duration newTimeout) {
    return new Command(argv, environment, secretEnvironment, directory, input, newTimeout);
  }

  /// The program and its arguments as one line, for messages.
  public String line() {
    return String.join(" ", argv);
  }
}

package com.dataflux.func.testbed;

import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real Redis 7 on a random loopback port (or on a host of its own), with a password, append-only
/// persistence and no eviction, as the stack runs it.
public final class RedisServer implements AutoCloseable {
  /// An account beside the default one, with the same password.
  public static final String USER = "func";

  private static final Duration START = Duration.ofMinutes(1);

  private final Place place;
  private final int port;
  private final Secret password;
  private final Path data;
  private final List<String> extra;
  private RootedProcess process;

  private RedisServer(Place place, int port, Secret password, List<String> extra) {
    this.place = place;
    this.port = port;
    this.password = password;
    this.extra = extra;
    this.data = Leftovers.directory("redis");
    this.process = launch();
  }

  /// Starts one on loopback.
  ///
  /// @param extra more options, as on its command line
  public static RedisServer start(String... extra) {
    return new RedisServer(Place.LOOPBACK, Place.freePort(), Secret.generate(), List.of(extra));
  }

  /// Starts one on the standard port of a host.
  public static RedisServer startAt(Place place, Secret password) {
    return new RedisServer(place, 6379, password, List.of());
  }

  /// Starts one on another port of a host.
  ///
  /// @param extra more options, as on its command line
  public static RedisServer startAt(Place place, int port, Secret password, String... extra) {
    return new RedisServer(place, port, password, List.of(extra));
  }

  private RootedProcess launch() {
    Path config = data.resolve("redis.conf");
    try {
      Files.writeString(
          config,
          """
          requirepass %1$s
          user %2$s on >%1$s allkeys allchannels allcommands
          """
              .formatted(password.reveal(), USER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> argv = new ArrayList<>(List.of("redis-server", "/mnt/redis.conf"));
    argv.addAll(List.of("--bind", place.bind(), "--port", Integer.toString(port), "--dir", "/mnt"));
    argv.addAll(List.of("--appendonly", "yes", "--maxmemory-policy", "noeviction", "--save", ""));
    argv.addAll(extra);
    RootedProcess started =
        RootedProcess.start(DebianRoot.SERVERS.directory(), data, "", place, argv);
    started.awaitReady(START, () -> answers("PING", "PONG"));
    return started;
  }

  /// Asks through the server's own client, which works from any network.
  private boolean answers(String command, String expected) {
    List<String> argv = new ArrayList<>(place.enter());
    argv.addAll(List.of("chroot", DebianRoot.SERVERS.directory().toString(), "env"));
    argv.add("REDISCLI_AUTH=" + password.reveal());
    argv.addAll(List.of("redis-cli", "-p", Integer.toString(port), command));
    return Programs.outcome(argv).out().strip().equals(expected);
  }

  public String host() {
    return place.address();
  }

  public int port() {
    return port;
  }

  public Secret password() {
    return password;
  }

  /// The number of its process.
  public long pid() {
    return process.pid();
  }

  /// Kills it as a power cut would, and starts it on the same data and port.
  public void killAndRestart() {
    process.kill();
    process = launch();
  }

  /// Stops it cleanly, and starts it on the same data and port.
  public void restart() {
    process.stop();
    process = launch();
  }

  /// Stops it and leaves it so until [#restart()].
  public void stop() {
    process.stop();
  }

  @Override
  public void close() {
    process.stop();
  }
}

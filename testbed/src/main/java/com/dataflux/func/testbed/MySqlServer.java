package com.dataflux.func.testbed;

import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real MySQL on a random loopback port (or on a host of its own), empty but for the database
/// [#DATABASE]. Its administrator is `root`, from any address.
public final class MySqlServer implements AutoCloseable {
  /// The database that it begins with, in `utf8mb4` and `utf8mb4_unicode_ci`.
  public static final String DATABASE = "dataflux_func";

  private static final Duration START = Duration.ofMinutes(2);

  private final MySqlVersion version;
  private final Place place;
  private final int port;
  private final Secret password;
  private final List<String> extra;
  private final Path home;
  private RootedProcess process;

  private MySqlServer(
      MySqlVersion version, Place place, int port, Secret password, List<String> extra) {
    this.version = version;
    this.place = place;
    this.port = port;
    this.password = password;
    this.extra = extra;
    this.home = Leftovers.directory("mysql");
    Programs.run("cp", "-a", fresh(version).resolve("data").toString(), home.toString());
    this.process = launch();
  }

  /// Starts one on loopback.
  ///
  /// @param extra more options, as on its command line
  public static MySqlServer start(MySqlVersion version, String... extra) {
    return new MySqlServer(
        version, Place.LOOPBACK, Place.freePort(), Secret.generate(), List.of(extra));
  }

  /// Starts one on the standard port of a host.
  public static MySqlServer startAt(Place place, MySqlVersion version, Secret password) {
    return new MySqlServer(version, place, 3306, password, List.of());
  }

  /// A data directory as the server itself initialises it, made once.
  private static Path fresh(MySqlVersion version) {
    List<String> argv = new ArrayList<>(version.server());
    argv.add("--initialize-insecure");
    return BuildCache.directory(
        "mysql-data-" + version,
        String.join(" ", argv) + " in " + version.root().getFileName(),
        directory ->
            RootedProcess.start(version.root(), directory, version.opt(), Place.LOOPBACK, argv)
                .awaitEnd(START));
  }

  private RootedProcess launch() {
    try {
      Files.writeString(home.resolve("accounts.sql"), accounts());
      Files.deleteIfExists(home.resolve("ready"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> argv = new ArrayList<>(version.server());
    argv.add("--bind-address=" + place.bind());
    argv.add("--port=" + port);
    argv.add("--socket=/mnt/mysqld.sock");
    argv.add("--pid-file=/mnt/mysqld.pid");
    argv.add("--init-file=/mnt/accounts.sql");
    argv.addAll(extra);
    RootedProcess started = RootedProcess.start(version.root(), home, version.opt(), place, argv);
    started.awaitReady(START, () -> Files.exists(home.resolve("mysqld.pid")) && answers());
    return started;
  }

  /// The server reads it statement by statement, each on a line of its own.
  private String accounts() {
    return """
    CREATE USER IF NOT EXISTS 'root'@'%%' IDENTIFIED BY '%1$s';
    GRANT ALL ON *.* TO 'root'@'%%' WITH GRANT OPTION;
    CREATE DATABASE IF NOT EXISTS %2$s CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
    ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
    """
        .formatted(password.reveal(), DATABASE);
  }

  private boolean answers() {
    return query("SELECT 1").strip().equals("1");
  }

  /// Runs a statement as the administrator through MySQL's own client; an empty text where it
  /// fails.
  public String query(String statement) {
    List<String> argv =
        List.of(
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount --make-rprivate / && mount --bind \"$2\" \"$1/mnt\" && MYSQL_PWD=$3 exec chroot"
                + " \"$1\" mysql --no-defaults -uroot -S /mnt/mysqld.sock -N -e \"$4\"",
            "query",
            DebianRoot.MYSQL.directory().toString(),
            home.toString(),
            password.reveal(),
            statement);
    return Programs.outcome(argv).out();
  }

  public String host() {
    return place.address();
  }

  public int port() {
    return port;
  }

  /// The administrator's name.
  public String user() {
    return "root";
  }

  public Secret password() {
    return password;
  }

  public String jdbcUrl() {
    return "jdbc:mysql://%s:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
        .formatted(host(), port, DATABASE);
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

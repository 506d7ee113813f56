package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// One dump or restore in a process of its own, as `dataflux-func backup` runs it in the
/// scheduler's container: `dump` and a compression, or `load` and a file, and the server's port.
/// With `serve`, a dump for each order that comes, as the scheduler makes them by the hour in the
/// process that it is. The password is in the environment.
final class BenchedDump {
  private static final Path JAVA_OPTIONS =
      Path.of("../runtime/src/main/packaging/java.options").toAbsolutePath();

  /// Named pipes in the working directory.
  private static final Path ORDERS = Path.of("orders");

  private static final Path DONE = Path.of("done");

  private BenchedDump() {}

  /// The command line that starts it, with the JVM's options of the scheduler's container.
  static List<String> command(String work, String argument, int port) {
    return program(DumpJvm.command(java()), work, argument, port);
  }

  /// Starts what then waits for orders, as the image's entry point starts the scheduler.
  static Process serving(Path place, Database database, int port)
      throws IOException, InterruptedException {
    new ProcessBuilder("mkfifo", ORDERS.toString(), DONE.toString())
        .directory(place.toFile())
        .start()
        .waitFor();
    List<String> scheduler =
        List.of(
            "env",
            "MALLOC_ARENA_MAX=2",
            java(),
            "@" + JAVA_OPTIONS,
            "-XX:CompileThresholdScaling=20",
            "-Xmx64m");
    ProcessBuilder builder =
        new ProcessBuilder(program(scheduler, "serve", "-", port))
            .directory(place.toFile())
            .redirectError(place.resolve("serving.log").toFile());
    builder.environment().put("BENCH_PASSWORD", database.password().reveal());
    return builder.start();
  }

  /// The command that orders a dump and waits for its end.
  static String order() {
    return "echo NONE > %s; grep -q 0 %s".formatted(ORDERS, DONE);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> program(List<String> jvm, String work, String argument, int port) {
    List<String> argv = new ArrayList<>(jvm);
    argv.add("--enable-native-access=ALL-UNNAMED");
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchedDump.class.getName()));
    argv.addAll(List.of(work, argument, String.valueOf(port)));
    return argv;
  }

  public static void main(String[] args) throws IOException {
    Secret password = Secret.of(System.getenv("BENCH_PASSWORD"));
    ServerAddress server = new ServerAddress.Tcp("127.0.0.1", Integer.parseInt(args[2]));
    Database bulky = new Database(server, "root", password, "bulky");
    switch (args[0]) {
      case "dump" -> dump(args[1], bulky);
      case "serve" -> {
        while (true) {
          dump(Files.readString(ORDERS).strip(), bulky);
          Files.writeString(DONE, "0\n");
        }
      }
      default -> load(args[1], new Database(server, "root", password, "target"));
    }
  }

  private static void dump(String compression, Database bulky) {
    Packing packing = Packing.of(Compression.valueOf(compression), Secret.of(""));
    new Backup(Ground.tools(packing), new DumpDirectory(Path.of("dumps")), Clock.systemUTC())
        .run(DumpOrigin.HOURLY, bulky, Retention.of(168), new Unwatched());
  }

  private static void load(String file, Database target) {
    DumpDirectory dumps = new DumpDirectory(Path.of("dumps"));
    new Restore(Ground.tools(), new Backup(Ground.tools(), dumps, Clock.systemUTC()), dumps)
        .run(Restore.Request.inPlace(Path.of(file), target), new Unwatched());
  }
}

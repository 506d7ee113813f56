package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.backup.store.Retention;
import com.dataflux.func.platform.secret.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// One dump or restore in a process of its own, as the scheduler's container runs it: `dump` and a
/// compression, or `load` and a file, and the server's port. The password is in the environment.
final class BenchedDump {
  private BenchedDump() {}

  /// The command line that starts it, with the JVM's options of the scheduler's container.
  static List<String> command(String work, String argument, int port) {
    List<String> argv =
        DumpJvm.command(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.add("--enable-native-access=ALL-UNNAMED");
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchedDump.class.getName()));
    argv.addAll(List.of(work, argument, String.valueOf(port)));
    return argv;
  }

  public static void main(String[] args) {
    Secret password = Secret.of(System.getenv("BENCH_PASSWORD"));
    ServerAddress server = new ServerAddress.Tcp("127.0.0.1", Integer.parseInt(args[2]));
    DumpDirectory dumps = new DumpDirectory(Path.of("dumps"));
    if (args[0].equals("dump")) {
      Packing packing = Packing.of(Compression.valueOf(args[1]), Secret.of(""));
      new Backup(Ground.tools(packing), dumps, Clock.systemUTC())
          .run(
              DumpOrigin.HOURLY,
              new Database(server, "root", password, "bulky"),
              Retention.of(168),
              new Unwatched());
    } else {
      Backup backup = new Backup(Ground.tools(), dumps, Clock.systemUTC());
      new Restore(Ground.tools(), backup, dumps)
          .run(
              Restore.Request.inPlace(
                  Path.of(args[1]), new Database(server, "root", password, "target")),
              Writers.NONE,
              new Unwatched());
    }
  }
}

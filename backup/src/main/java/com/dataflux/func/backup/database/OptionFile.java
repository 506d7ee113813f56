package com.dataflux.func.backup.database;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// How a client program learns address, account and password: a file of mode 0600 in memory, gone
/// when the program has ended. Nothing of it is on a command line, in an environment or on a disk.
public final class OptionFile implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");

  /// Encryption would take a third of the time; a password still goes encrypted. Programs of other
  /// makes do not know these options.
  private static final String UNENCRYPTED =
      "loose-ssl-mode=DISABLED\nloose-get-server-public-key\n";

  private final Path file;

  private OptionFile(Path file) {
    this.file = file;
  }

  /// Writes the options by which `mysql` and `mysqldump` reach a server.
  public static OptionFile of(Database database) {
    Path directory =
        Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Path file =
          Files.createTempFile(
              directory,
              "dataflux-func-",
              ".cnf",
              PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
      Files.writeString(file, text(database));
      return new OptionFile(file);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The options of mysqldump could not be written to %s".formatted(directory),
              e.toString(),
              "Look at its free space and its permissions.")
          .asException(e);
    }
  }

  /// The argument that makes a program read this file and no other; it must be the first.
  public String argument() {
    return "--defaults-file=" + file;
  }

  static String text(Database database) {
    String address =
        switch (database.address()) {
          case ServerAddress.Tcp tcp ->
              "protocol=tcp\nhost=%s\nport=%d\n".formatted(quote(tcp.host()), tcp.port());
          case ServerAddress.Socket socket ->
              "protocol=socket\nsocket=%s\n".formatted(quote(socket.path().toString()));
        };
    return "[client]\n%s%suser=%s\npassword=%s\n"
        .formatted(
            address,
            database.address().isNear() ? UNENCRYPTED : "",
            quote(database.user()),
            secret(database.password()));
  }

  private static String secret(Secret password) {
    return quote(password.reveal());
  }

  private static String quote(String value) {
    return "\""
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + "\"";
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is in memory, and only its owner can read it.
    }
  }
}

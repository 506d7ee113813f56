package com.dataflux.func.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The programs of MySQL 9.7 as files that can be run on the build machine, which has none: each
/// brings the libraries of its own root file system along, and sees the files of the machine.
public final class MySqlPrograms {
  private static final Path DIRECTORY = Leftovers.directory("mysql-programs");

  private MySqlPrograms() {}

  public static Path mysqldump() {
    return program("mysqldump", "bin", "");
  }

  public static Path mysql() {
    return program("mysql", "bin", "");
  }

  /// The server, with the options that it needs outside of its root.
  public static Path mysqld() {
    return program(
        "mysqld",
        "sbin",
        "--no-defaults --user=root --basedir=$root/usr --lc-messages-dir=$root/usr/share/mysql"
            + " --character-sets-dir=$root/usr/share/mysql/charsets"
            + " --plugin-dir=$root/usr/lib/mysql/plugin");
  }

  private static Path program(String name, String place, String options) {
    Path file = DIRECTORY.resolve(name);
    String script =
        """
        #!/bin/sh
        root=%s
        export LIBMYSQL_PLUGIN_DIR="$root/usr/lib/mysql/plugin"
        exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path \\
          "$root/usr/lib/x86_64-linux-gnu:$root/usr/lib/mysql/private" \\
          "$root/usr/%s/%s" %s "$@"
        """
            .formatted(DebianRoot.MYSQL.directory(), place, name, options);
    try {
      Files.writeString(file, script);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

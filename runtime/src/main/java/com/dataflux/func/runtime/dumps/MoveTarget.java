package com.dataflux.func.runtime.dumps;

import com.dataflux.func.backup.Move;
import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.PropertyText;
import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Where a database moves to, as properties on standard input: its password is on no command line.
final class MoveTarget {
  private MoveTarget() {}

  static Move.Request read(Database source, InputStream input) {
    try {
      Properties values =
          PropertyText.read(new String(input.readAllBytes(), StandardCharsets.UTF_8));
      int port = Integer.parseInt(values.getProperty("port", "3306"));
      return new Move.Request(
          source,
          new Database(
              new ServerAddress.Tcp(values.getProperty("host", ""), port),
              values.getProperty("user", ""),
              Secret.of(values.getProperty("password", "")),
              values.getProperty("database", source.name())),
          Boolean.parseBoolean(values.getProperty("replace")));
    } catch (IOException | IllegalArgumentException e) {
      throw ProblemKind.USAGE
          .problem("Standard input is no target", e.toString(), "Nothing was changed.")
          .asException(e);
    }
  }
}

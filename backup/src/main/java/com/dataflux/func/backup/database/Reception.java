package com.dataflux.func.backup.database;

import com.dataflux.func.platform.mysql.Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a server can take the application's database in. The room on its disk is the one thing
/// that no server tells.
public final class Reception {
  /// The default of the oldest server; no statement of a restore is larger unless one row is.
  private static final long PACKET = 4L << 20;

  private static final List<String> PRIVILEGES =
      List.of(
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "CREATE",
          "DROP",
          "ALTER",
          "INDEX",
          "REFERENCES",
          "CREATE VIEW",
          "SHOW VIEW",
          "CREATE ROUTINE",
          "ALTER ROUTINE",
          "EXECUTE",
          "TRIGGER",
          "EVENT");

  private final Session session;
  private final Schema schema;

  public Reception(Session session) {
    this.session = session;
    this.schema = new Schema(session);
  }

  /// What stands against it, each with what to do; nothing where it can.
  ///
  /// @param replace whether what the database holds may go
  public List<String> objections(boolean replace) {
    ServerVersion version = schema.version();
    if (!version.atLeast(5, 7, 0)) {
      return List.of("MySQL %s is too old: 5.7 is the oldest that is supported".formatted(version));
    }
    List<String> objections = new ArrayList<>();
    if (!version.atLeast(8, 0, 0) && isOff("innodb_large_prefix")) {
      objections.add("innodb-large-prefix is off: set innodb-large-prefix=on on the server");
    }
    if (!isOff("read_only")) {
      objections.add("the server is read-only: give the address of the primary");
    }
    if (session.number("SELECT @@max_allowed_packet") < PACKET) {
      objections.add("max-allowed-packet is below 4 MB: set max-allowed-packet=64M");
    }
    lackingGrant().ifPresent(objections::add);
    if (schema.exists()) {
      objections.addAll(againstWhatIsThere(replace));
    }
    return objections;
  }

  private boolean isOff(String variable) {
    return session.number("SELECT @@global." + variable) == 0;
  }

  private Optional<String> lackingGrant() {
    Grants grants = schema.grants();
    List<String> lacking = PRIVILEGES.stream().filter(each -> !grants.allow(each)).toList();
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the account lacks %s: as an administrator run GRANT ALL ON %s.* TO %s;"
                .formatted(
                    String.join(", ", lacking),
                    Names.quote(session.database().name()),
                    schema.account()));
  }

  private List<String> againstWhatIsThere(boolean replace) {
    List<String> objections = new ArrayList<>();
    List<String> characters =
        session
            .rows(
                "SELECT default_character_set_name, default_collation_name"
                    + " FROM information_schema.schemata WHERE schema_name = ?",
                session.database().name())
            .getFirst();
    if (!characters.equals(List.of("utf8mb4", "utf8mb4_unicode_ci"))) {
      objections.add(
          "its characters are %s: run ALTER DATABASE %s CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;"
              .formatted(String.join(" ", characters), Names.quote(session.database().name())));
    }
    if (!replace && !schema.isEmpty()) {
      objections.add("it is not empty: name an empty one, or give --replace to lose what it holds");
    }
    return objections;
  }
}

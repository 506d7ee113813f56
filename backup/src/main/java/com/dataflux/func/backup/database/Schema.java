package com.dataflux.func.backup.database;

import com.dataflux.func.platform.mysql.Grants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The definitions of a database: what its tables, views, routines, triggers and events are.
public final class Schema {
  private static final List<String> DEFINITIONS =
      List.of(
          """
          SELECT table_name, table_type, engine, table_collation, create_time, create_options,
            table_comment
          FROM information_schema.tables WHERE table_schema = ? ORDER BY 1\
          """,
          """
          SELECT table_name, ordinal_position, column_name, column_type, column_default,
            is_nullable, extra, collation_name
          FROM information_schema.columns WHERE table_schema = ? ORDER BY 1, 2\
          """,
          """
          SELECT table_name, index_name, seq_in_index, column_name, non_unique, sub_part
          FROM information_schema.statistics WHERE table_schema = ? ORDER BY 1, 2, 3\
          """,
          """
          SELECT table_name, view_definition
          FROM information_schema.views WHERE table_schema = ? ORDER BY 1\
          """,
          """
          SELECT routine_type, routine_name, last_altered, routine_definition
          FROM information_schema.routines WHERE routine_schema = ? ORDER BY 1, 2\
          """,
          """
          SELECT trigger_name, event_object_table, action_timing, action_statement
          FROM information_schema.triggers WHERE trigger_schema = ? ORDER BY 1\
          """,
          """
          SELECT event_name, last_altered, event_definition
          FROM information_schema.events WHERE event_schema = ? ORDER BY 1\
          """);

  private final Session session;
  private final String database;

  public Schema(Session session) {
    this.session = session;
    this.database = session.database().name();
    if (version().atLeast(8, 0, 0)) {
      // Sizes and times as they are now, not as they were cached up to a day ago.
      session.execute("SET SESSION information_schema_stats_expiry = 0");
    }
  }

  public ServerVersion version() {
    return ServerVersion.parse(session.column("SELECT VERSION()").getFirst());
  }

  public boolean exists() {
    return session.number(
            "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = ?", database)
        > 0;
  }

  public List<String> tables() {
    return named("tables", "table_name", "table_schema", "table_type = 'BASE TABLE'");
  }

  /// The tables that were made before the one that was made last.
  public List<String> tablesBeforeTheLast() {
    return session.column(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND create_time <"
            + " (SELECT MAX(create_time) FROM information_schema.tables WHERE table_schema = ?)",
        database,
        database);
  }

  public List<String> views() {
    return named("views", "table_name", "table_schema", "TRUE");
  }

  public List<String> routines(String type) {
    return named(
        "routines", "routine_name", "routine_schema", "routine_type = '%s'".formatted(type));
  }

  public List<String> events() {
    return named("events", "event_name", "event_schema", "TRUE");
  }

  /// Whether there is no object of any kind; triggers come with their tables.
  public boolean isEmpty() {
    return tables().isEmpty()
        && views().isEmpty()
        && routines("PROCEDURE").isEmpty()
        && routines("FUNCTION").isEmpty()
        && events().isEmpty();
  }

  /// Whether the definer's bodies of all routines can be read.
  public boolean showsRoutines() {
    return named("routines", "routine_name", "routine_schema", "routine_definition IS NULL")
        .isEmpty();
  }

  private List<String> named(String view, String name, String schema, String condition) {
    return session.column(
        "SELECT %s FROM information_schema.%s WHERE %s = ? AND %s ORDER BY 1"
            .formatted(name, view, schema, condition),
        database);
  }

  public long rows(String table) {
    return session.number("SELECT COUNT(*) FROM " + Names.quote(database, table));
  }

  /// About how many bytes a dump will have: text grows little, bytes are written as two digits
  /// each.
  public long dumpForecast() {
    String binary =
        "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = ?"
            + " AND data_type IN ('blob', 'mediumblob', 'longblob', 'binary', 'varbinary')";
    List<String> doubled = session.column(binary, database);
    return session
        .rows(
            "SELECT table_name, IFNULL(data_length, 0) FROM information_schema.tables"
                + " WHERE table_schema = ? AND table_type = 'BASE TABLE'",
            database)
        .stream()
        .mapToLong(
            row ->
                Long.parseLong(row.getLast()) * (doubled.contains(row.getFirst()) ? 21 : 12) / 10)
        .sum();
  }

  /// A digest of every definition: it changes with any `CREATE`, `ALTER`, `DROP` or `TRUNCATE`.
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String definitions : DEFINITIONS) {
        for (List<String> row : session.rows(definitions, database)) {
          digest.update(String.join("\u0000", row).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) '\n');
        }
      }
      return HexFormat.of().formatHex(digest.digest()).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// What the account of this session may do to the database, roles included.
  public Grants grants() {
    return Grants.of(session.column(grantsQuestion()), database);
  }

  private String grantsQuestion() {
    if (!version().atLeast(8, 0, 0)) {
      return "SHOW GRANTS FOR CURRENT_USER()";
    }
    String roles = session.column("SELECT CURRENT_ROLE()").getFirst();
    return roles.equals("NONE")
        ? "SHOW GRANTS FOR CURRENT_USER()"
        : "SHOW GRANTS FOR CURRENT_USER() USING " + roles;
  }

  /// The account of this session as `GRANT` names it.
  public String account() {
    String account = session.column("SELECT CURRENT_USER()").getFirst();
    int at = account.lastIndexOf('@');
    return "'%s'@'%s'".formatted(account.substring(0, at), account.substring(at + 1));
  }
}

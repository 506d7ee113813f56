package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Schema;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.mysql.Grants;
import java.util.ArrayList;
import java.util.List;

/// How `mysqldump` is called for one server and one account, and what the account lacks.
///
/// @param arguments behind the option file and before the database's name
/// @param lacking the `GRANT` statements that would make the dump complete; empty where it is
record DumpFlags(List<String> arguments, List<String> lacking) {
  private static final List<String> ALWAYS =
      List.of(
          "--single-transaction",
          "--quick",
          "--hex-blob",
          "--default-character-set=utf8mb4",
          // The manual's `mysql < file` names no database, so the dump does.
          "--databases",
          // Both would need privileges on the whole server, and hold nothing of this database.
          "--no-tablespaces",
          "--set-gtid-purged=OFF",
          // Unknown to servers before 8.0, and to clients of other makes.
          "--loose-column-statistics=OFF",
          "--loose-skip-masking-policies",
          // A dump without its last line is not whole, whatever an option file says.
          "--comments");

  /// What is asked of a server before a dump.
  record Facts(
      Grants grants, String account, String database, boolean hasViews, boolean showsRoutines) {

    static Facts of(Schema schema, String database) {
      return new Facts(
          schema.grants(),
          schema.account(),
          database,
          !schema.views().isEmpty(),
          schema.showsRoutines());
    }
  }

  /// For an account that may do anything, such as that of a server made for a trial.
  static DumpFlags everything() {
    List<String> arguments = new ArrayList<>(ALWAYS);
    arguments.addAll(List.of("--triggers", "--events", "--routines"));
    return new DumpFlags(List.copyOf(arguments), List.of());
  }

  /// For the rows alone, which takes no privilege but `SELECT`.
  static DumpFlags rows() {
    List<String> arguments = new ArrayList<>(ALWAYS);
    arguments.addAll(
        List.of("--skip-triggers", "--skip-events", "--skip-routines", "--loose-ignore-views"));
    return new DumpFlags(List.copyOf(arguments), List.of());
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `BACKUP_FAILED` where not even the
  ///   tables can be dumped
  static DumpFlags of(Facts facts, boolean oldServer) {
    require(facts, "SELECT");
    if (facts.hasViews()) {
      require(facts, "SHOW VIEW");
    }
    List<String> arguments = new ArrayList<>(ALWAYS);
    List<String> lacking = new ArrayList<>();
    choose(facts, "TRIGGER", "triggers", arguments, lacking);
    choose(facts, "EVENT", "events", arguments, lacking);
    if (facts.showsRoutines()) {
      arguments.add("--routines");
    } else {
      arguments.add("--skip-routines");
      lacking.add(
          oldServer
              ? "GRANT SELECT ON mysql.proc TO %s;".formatted(facts.account())
              : "GRANT SHOW_ROUTINE ON *.* TO %s;".formatted(facts.account()));
    }
    return new DumpFlags(List.copyOf(arguments), List.copyOf(lacking));
  }

  private static void choose(
      Facts facts, String privilege, String option, List<String> arguments, List<String> lacking) {
    if (facts.grants().allow(privilege)) {
      arguments.add("--" + option);
    } else {
      arguments.add("--skip-" + option);
      lacking.add(grant(facts, privilege));
    }
  }

  private static void require(Facts facts, String privilege) {
    if (!facts.grants().allow(privilege)) {
      throw ProblemKind.BACKUP_FAILED.exception(
          "The account %s may not dump the database %s"
              .formatted(facts.account(), facts.database()),
          "it lacks the privilege %s".formatted(privilege),
          "As an administrator of the database run: " + grant(facts, privilege));
    }
  }

  private static String grant(Facts facts, String privilege) {
    return "GRANT %s ON `%s`.* TO %s;"
        .formatted(privilege, facts.database().replace("`", "``"), facts.account());
  }
}

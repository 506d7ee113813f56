package com.dataflux.func.backup.content;

import java.util.HashSet;
import java.util.Set;

/// The lines of a dump that are not rows: which objects they make, and whether the last one is the
/// trailer.
final class Outline {
  private static final String TRAILER = "-- Dump completed";
  private static final String CREATE_TABLE = "CREATE TABLE `";

  private final Set<String> tableNames = new HashSet<>();
  private int views;
  private int triggers;
  private int routines;
  private int events;
  private boolean inBody;
  private boolean bodyBegins;
  private boolean completed;

  void line(String line) {
    if (line.isBlank()) {
      return;
    }
    completed = line.startsWith(TRAILER);
    if (inBody) {
      body(line);
    } else if (line.equals("DELIMITER ;;")) {
      inBody = true;
      bodyBegins = true;
    } else if (line.startsWith(CREATE_TABLE)) {
      tableNames.add(tableName(line));
    } else if (line.startsWith("/*!50001 VIEW `")) {
      views++;
    }
  }

  private void body(String line) {
    if (line.equals("DELIMITER ;")) {
      inBody = false;
    } else if (line.startsWith("/*!50003 CREATE*/ /*!50017 DEFINER=")) {
      triggers++;
    } else if (line.startsWith("/*!50106 CREATE*/ /*!50117 DEFINER=")) {
      events++;
    } else if (bodyBegins && line.startsWith("CREATE DEFINER=")) {
      routines++;
    }
    bodyBegins = false;
  }

  private static String tableName(String line) {
    int end = line.lastIndexOf('`');
    return line.substring(CREATE_TABLE.length(), Math.max(end, CREATE_TABLE.length()))
        .replace("``", "`");
  }

  /// Whether what follows is the body of a routine, trigger or event, in which anything may stand.
  boolean inBody() {
    return inBody;
  }

  boolean completed() {
    return completed && !inBody;
  }

  int tables() {
    return tableNames.size();
  }

  Set<String> tableNames() {
    return tableNames;
  }

  DumpObjects objects() {
    return new DumpObjects(tableNames.size(), views, triggers, routines, events);
  }
}

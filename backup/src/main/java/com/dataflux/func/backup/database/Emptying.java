package com.dataflux.func.backup.database;

import java.util.List;

/// Removes every object of a database, but not the database: its grants and settings stay.
public final class Emptying {
  private final Session session;

  public Emptying(Session session) {
    this.session = session;
  }

  public void run() {
    Schema schema = new Schema(session);
    session.execute("SET SESSION foreign_key_checks = 0");
    drop("EVENT", schema.events());
    drop("VIEW", schema.views());
    drop("TABLE", schema.tables());
    drop("PROCEDURE", schema.routines("PROCEDURE"));
    drop("FUNCTION", schema.routines("FUNCTION"));
  }

  private void drop(String kind, List<String> names) {
    for (String name : names) {
      session.execute(
          "DROP %s IF EXISTS %s".formatted(kind, Names.quote(session.database().name(), name)));
    }
  }
}

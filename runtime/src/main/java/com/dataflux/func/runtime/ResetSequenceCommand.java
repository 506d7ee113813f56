package com.dataflux.func.runtime;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Schema;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `reset_db_upgrade_seq`: lets the next start carry out every upgrade of the tables again, which
/// leaves those alone that are already there.
@Command(
    name = "reset_db_upgrade_seq",
    description = "Let the next start carry out all upgrades of the database again.")
final class ResetSequenceCommand implements Callable<Integer> {
  @Mixin private final DataOption data = new DataOption();

  @Override
  public Integer call() {
    Settings settings = data.settings();
    try (Database database = Database.open(settings.mysql(), 1)) {
      Schema schema = new Schema(database.dataSource());
      System.out.printf(
          "The database records upgrade %d; this program knows %d.%n",
          schema.recorded(), Schema.newest());
      Question.confirm();
      schema.reset(0);
    } catch (SQLException e) {
      throw ProblemKind.DATABASE_FAILED
          .problem(
              "The number could not be reset",
              String.valueOf(e.getMessage()),
              "Look at the MYSQL_ keys of user-config.yaml and whether MySQL runs.")
          .asException(e);
    }
    System.out.println("Done. Restart the server to carry out the upgrades.");
    return 0;
  }
}

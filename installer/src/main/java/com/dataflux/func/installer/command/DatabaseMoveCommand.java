package com.dataflux.func.installer.command;

import com.dataflux.func.installer.operate.DatabaseMove;
import com.dataflux.func.installer.operate.Installed;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.DatabaseConnection;
import com.dataflux.func.templates.Port;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Moves the database to another server, or back to the built-in one.
@Command(
    name = "move",
    description = {
      "Moves the database to another MySQL server, or back to the built-in one.",
      "Every row is compared before the application is switched over; the old data stays."
    })
final class DatabaseMoveCommand implements Callable<Integer> {
  private final Display display;

  @Option(names = "--to-host", paramLabel = "HOST", description = "The other server.")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--to-port",
      paramLabel = "N",
      defaultValue = "3306",
      description = "Its port; ${DEFAULT-VALUE} if not given.")
  private Port port = new Port(3306);

  @Option(names = "--to-user", paramLabel = "USER", description = "The account to use.")
  private String user = "";

  @Option(
      names = "--to-password-file",
      paramLabel = "FILE",
      description = "Its password is the first line; - is standard input.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--to-database",
      paramLabel = "NAME",
      defaultValue = "dataflux_func",
      description = "The database there; ${DEFAULT-VALUE} if not given.")
  private String database = "";

  @Option(names = "--to-built-in", description = "Back to the built-in server.")
  private boolean toBuiltIn;

  @Option(names = "--replace", description = "What the target holds may go.")
  private boolean replace;

  @Option(
      names = "--drop-built-in",
      description = "Let the built-in server run no more; its files stay.")
  private boolean dropBuiltIn;

  @Option(names = "--yes", description = "Ask nothing.")
  private boolean yes;

  DatabaseMoveCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    if (host.isPresent() == toBuiltIn || (toBuiltIn && dropBuiltIn)) {
      throw ProblemKind.USAGE.exception(
          "It is not clear where to",
          "",
          "Give either --to-host, or --to-built-in without --drop-built-in; nothing was changed.");
    }
    if (!yes) {
      throw ProblemKind.REFUSED_BY_OPERATOR.exception(
          "The application stands still while its database is copied",
          "functions that run are ended",
          "Run the same command with --yes.");
    }
    Secret password = passwordFile.map(PasswordFile::read).orElse(Secret.of(""));
    Optional<DatabaseConnection> external =
        host.map(name -> new DatabaseConnection(name, port, user, password, database));
    new DatabaseMove(display, Installed.onThisHost())
        .run(new DatabaseMove.Request(external, replace, dropBuiltIn));
    return 0;
  }
}

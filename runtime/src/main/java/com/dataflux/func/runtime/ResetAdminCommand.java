package com.dataflux.func.runtime;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.server.auth.Users;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.Database;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.dataflux.func.runtime.store.Vault;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `reset_admin`: a new name and password for the administrator.
@Command(name = "reset_admin", description = "Set the administrator's user name and password.")
final class ResetAdminCommand implements Callable<Integer> {
  @Mixin private final DataOption data = new DataOption();

  @Override
  public Integer call() {
    Settings settings = data.settings();
    String username = Question.ask("Enter new Admin username: ");
    String password = Question.askHidden("New password: ");
    if (!password.equals(Question.askHidden("Confirm new password: "))) {
      throw ProblemKind.USAGE.exception(
          "Nothing was changed", "the two passwords differ", "Run the command again.");
    }
    Question.confirm();
    try (Database database = Database.open(settings.mysql(), 1)) {
      Rows rows = new Rows(database.jdbi(), Tables.USERS, new Vault(settings.secret()));
      reset(new Users(rows), username, password);
    } catch (Refusal refusal) {
      throw ProblemKind.USAGE.exception(
          "Nothing was changed", refusal.text(), "Run the command again.");
    }
    System.out.println("The administrator is now " + username + ".");
    return 0;
  }

  /// The user of that name becomes an administrator; without one, the first administrator gets the
  /// name; without any, one is made.
  private static void reset(Users users, String username, String password) {
    Optional<ObjectNode> user = users.named(username).or(users::administrator);
    if (user.isEmpty()) {
      users.add(username, username, password, "admin");
      return;
    }
    users.changePassword(user.get(), password);
    users
        .rows()
        .modify(
            user.get().path("id").asText(),
            Json.object().put("username", username).put("roles", "admin").put("isDisabled", false));
  }
}

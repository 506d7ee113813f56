package com.dataflux.func.runtime.server.http;

import java.sql.SQLException;

/// What a caller is told of a failure inside: whether to try again, never how the inside looks.
final class Failures {
  private Failures() {}

  static Refusal refusal(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getErrorCode() == 1062
            ? Reason.EClientConflict.refusal("There is already one with this id or name.")
            : unavailable("database");
      }
      if (cause.getClass().getName().startsWith("redis.clients.jedis.exceptions")) {
        return unavailable("Redis");
      }
    }
    return Reason.ESys.refusal("The server met an unexpected fault; its log has the details.");
  }

  private static Refusal unavailable(String what) {
    return Reason.EUnavailable.refusal(
            "The %s does not answer; the server's log has the details.".formatted(what))
        .with("Retry-After", "5");
  }
}

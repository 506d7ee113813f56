package com.dataflux.func.runtime.server.http;

import java.sql.SQLException;

/// What a caller is told of a failure inside: whether to try again, never how the inside looks.
final class Failures {
  private static final int DUPLICATE = 1062;

  /// The class of SQL states for data that a column does not take.
  private static final String UNFIT_VALUE = "22";

  private Failures() {}

  static Refusal refusal(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return refusal(sql);
      }
      if (cause.getClass().getName().startsWith("redis.clients.jedis.exceptions")) {
        return unavailable("Redis");
      }
    }
    return Reason.ESys.refusal("The server met an unexpected fault; its log has the details.");
  }

  private static Refusal refusal(SQLException failure) {
    if (failure.getErrorCode() == DUPLICATE) {
      return Reason.EClientConflict.refusal("There is already one with this id or name.");
    }
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith(UNFIT_VALUE)
        ? Reason.EClientBadRequest.refusal(
            "A value is too long for its field, or not of its type or range.")
        : unavailable("database");
  }

  private static Refusal unavailable(String what) {
    return Reason.EUnavailable.refusal(
            "The %s does not answer; the server's log has the details.".formatted(what))
        .with("Retry-After", "5");
  }
}

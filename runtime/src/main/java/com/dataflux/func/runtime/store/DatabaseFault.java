package com.dataflux.func.runtime.store;

import java.sql.SQLException;

/// Why a database cannot be used, in the operator's words.
public final class DatabaseFault {
  private DatabaseFault() {}

  public static String words(SQLException e) {
    return switch (e.getErrorCode()) {
      case 1045 -> "the user name or the password is wrong.";
      case 1044 -> "the user may not use this database.";
      case 1049 -> "there is no such database; create it first.";
      default -> {
        Throwable cause = e;
        while (cause.getCause() != null) {
          cause = cause.getCause();
        }
        yield cause instanceof SQLException inner && inner.getErrorCode() > 0
            ? String.valueOf(cause.getMessage())
            : "it cannot be reached (%s).".formatted(cause.getMessage());
      }
    };
  }
}

package com.dataflux.func.runtime.server.http;

import java.math.BigDecimal;

/// Why a call failed, with its number; the whole part of the number is the HTTP status.
public enum Reason {
  EClientBadRequest("400.43"),
  EUserAuth("401.14"),
  EAPIAuth("401.99"),
  EUserPrivilege("403.15"),
  EClientNotFound("404.41"),
  EClientMethod("405.45"),
  EClientConflict("409.42"),
  EClientTooLarge("413.44"),
  EClientRateLimit("429.46"),
  ESys("500"),
  EUnavailable("503.1"),
  EQueueFull("503.2"),
  EAPITimeout("599.1"),
  EScriptPreCheck("599.2"),
  EFuncFailed("599.3"),
  EFuncTimeout("599.31"),
  EFuncResultParsingFailed("599.4");

  private final String number;

  Reason(String number) {
    this.number = number;
  }

  /// As the envelope's `error` shows it.
  public BigDecimal number() {
    return new BigDecimal(number);
  }

  public int status() {
    return number().intValue();
  }

  /// A refusal for this reason.
  public Refusal refusal(String message) {
    return new Refusal(this, message, null);
  }
}

package com.dataflux.func.healthcheck.check;

import java.util.List;

/// A cause met on this host.
///
/// @param values what the message names, in its order
/// @param evidence lines that show it, such as the end of a log; empty where the message says all
public record Finding(Cause cause, List<String> values, String evidence) {

  public Finding {
    values = List.copyOf(values);
  }

  public Finding showing(String newEvidence) {
    return new Finding(cause, values, newEvidence.strip());
  }
}

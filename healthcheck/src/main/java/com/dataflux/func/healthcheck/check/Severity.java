package com.dataflux.func.healthcheck.check;

/// How bad a finding is: a warning may become a fault, a fault keeps something from working.
public enum Severity {
  WARNING,
  FAULT
}

package com.dataflux.func.healthcheck.check;

/// Where a check looks from.
public enum Vantage {
  HOST,
  WORKER,
  HOST_AND_WORKER
}

package com.dataflux.func.backup;

/// What is done by a timetable.
public enum Duty {
  /// A dump of the database.
  DUMP(".status"),
  /// A restore of the last dump into a scratch server.
  TRIAL(".trial-status");

  private final String file;

  Duty(String file) {
    this.file = file;
  }

  /// The name of the file that says how the last run went.
  String file() {
    return file;
  }
}

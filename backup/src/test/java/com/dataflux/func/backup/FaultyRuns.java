package com.dataflux.func.backup;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A server with a database whose dump takes long enough for a fault to come in its midst.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultyRuns {
  static final int MEGABYTES = 24;

  final Random random = new Random();
  @TempDir Path directory;
  MySqlServer server;
  Database database;

  @BeforeAll
  void start() {
    server = MySqlServer.start(MySqlVersion.V9_7);
    database = Ground.bulky(server, MEGABYTES);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  Trials trials(String name) {
    return Trials.begin(Ground.tools(), database, directory.resolve(name));
  }
}

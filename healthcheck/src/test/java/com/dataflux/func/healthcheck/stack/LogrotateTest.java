package com.dataflux.func.healthcheck.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogrotateTest {
  /// What an install writes into `/opt/数据 func`, as the tests of templates hold it.
  private static final Path INSTALLED =
      Path.of(System.getProperty("project.root"))
          .resolve("templates/src/test/resources/golden/logrotate");

  @Test
  void mendsByTheFileThatAnInstallWrites() {
    assertThat(INSTALLED).hasContent(Logrotate.rules("/opt/数据 func/data"));
  }
}

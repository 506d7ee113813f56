package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MysqlGrantsTest {
  @TempDir Path root;

  /// As the client prints them, which writes a backslash twice.
  @ParameterizedTest
  @ValueSource(strings = {"dataflux\\\\_func", "dataflux_func", "dataflux%", "dataflux\\\\_fun_"})
  void takeGrantsOnDatabasesByTheSignsOfAnyLetter(String databases) {
    FakeHost host = new FakeHost(root, FakeHost.Shape.FULL);
    NetworkFaults.grant(host, databases);
    List<Checkup> checkups =
        new Doctor(host.site(), Duration.ofSeconds(20))
            .examine(Checks.named(List.of("network.mysql-grants")))
            .checkups();
    assertThat(checkups.getFirst().verdict()).isInstanceOf(Verdict.Healthy.class);
  }
}

package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthyHostTest {
  @TempDir Path root;

  @ParameterizedTest
  @EnumSource(FakeHost.Shape.class)
  void givesNoFaultNoWarningAndNothingUnchecked(FakeHost.Shape shape) {
    FakeHost host = new FakeHost(root, shape);
    Report report = new Doctor(host.site(), Duration.ofSeconds(20)).examine(Checks.all());
    assertThat(report.checkups())
        .allSatisfy(
            checkup ->
                assertThat(checkup.verdict())
                    .describedAs(checkup.check().id())
                    .isInstanceOf(Verdict.Healthy.class));
    assertThat(report.exitCode()).isZero();
  }
}

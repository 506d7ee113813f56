package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.Checks;
import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Symptom;
import com.dataflux.func.installer.acceptance.RealFault.Treatment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the faults made on an installed host cover; quick, since it makes none.
class RealFaultsTest {
  @ParameterizedTest
  @MethodSource("com.dataflux.func.healthcheck.check.Symptom#all")
  void everySymptomOfTheManualIsMadeByEachOfItsCauses(Symptom symptom) {
    assertThat(made()).containsAll(symptom.causes());
  }

  @Test
  void everyRepairIsTried() {
    Set<String> mended =
        RealFaults.all().stream()
            .filter(fault -> fault.treatment() != Treatment.NONE)
            .map(RealFault::expected)
            .collect(Collectors.toSet());
    assertThat(mended)
        .containsAll(causes().filter(cause -> cause.repair().isPresent()).map(Cause::key).toList());
  }

  @Test
  void atLeastSixtyAreMadeEachOfItsOwnKind() {
    assertThat(made()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    assertThat(causes().map(Cause::key)).containsAll(made());
  }

  private static List<String> made() {
    return Stream.concat(
            RealFaults.all().stream().map(RealFault::expected), Stream.of(RealFaults.CUT_CABLE))
        .toList();
  }

  private static Stream<Cause> causes() {
    return Checks.all().stream().map(Check::causes).flatMap(List::stream);
  }
}

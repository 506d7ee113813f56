package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Symptom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymptomTest {
  @ParameterizedTest
  @EnumSource(Symptom.class)
  void isFoundByChecksOfItsSection(Symptom symptom) {
    List<String> found =
        Checks.of(symptom.section()).stream()
            .map(Check::causes)
            .flatMap(List::stream)
            .map(Cause::key)
            .toList();
    assertThat(found).containsAll(symptom.causes());
  }

  @Test
  void everySectionHasOne() {
    assertThat(Arrays.stream(Symptom.values()).map(Symptom::section)).contains(Section.values());
  }
}

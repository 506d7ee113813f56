package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Symptom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SymptomTest {
  @ParameterizedTest
  @MethodSource("com.dataflux.func.healthcheck.check.Symptom#all")
  void isFoundByChecksOfItsSection(Symptom symptom) {
    List<String> found =
        checksOf(symptom.section()).stream()
            .map(Check::causes)
            .flatMap(List::stream)
            .map(Cause::key)
            .toList();
    assertThat(found).containsAll(symptom.causes());
  }

  @Test
  void everySectionHasOne() {
    assertThat(Symptom.all().stream().map(Symptom::section)).contains(Section.values());
  }

  /// Those that find the symptoms of a section of the manual of faults.
  static List<Check> checksOf(Section section) {
    return Checks.all().stream().filter(check -> check.sections().contains(section)).toList();
  }
}

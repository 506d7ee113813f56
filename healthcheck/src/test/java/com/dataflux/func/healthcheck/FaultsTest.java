package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each fault is made alone on a healthy host, and found with the right id and cause, and nothing
/// is found that it does not bring with it.
class FaultsTest {
  /// The free space of the test's own disk cannot be made small.
  private static final Set<String> NOT_MADE_HERE = Set.of("application.dump-space.none");

  @TempDir Path directory;

  static List<MadeFault> made() {
    return Stream.of(
            HostFaults.all(),
            EngineFaults.all(),
            StackFaults.all(),
            NetworkFaults.all(),
            ApplicationFaults.all())
        .flatMap(faults -> faults)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> eachMadeFaultIsFound() {
    return made().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> isFoundAlone(fault)));
  }

  private void isFoundAlone(MadeFault fault) throws Exception {
    FakeHost host = new FakeHost(Files.createTempDirectory(directory, "host"), fault.shape());
    fault.make().accept(host);
    Report report = new Doctor(host.site(), Duration.ofSeconds(30)).examine(Checks.all());
    Set<String> found = keys(report.findings());
    assertThat(found).contains(fault.expected());
    assertThat(found)
        .allSatisfy(
            key ->
                assertThat(Stream.concat(Stream.of(fault.expected()), fault.also().stream()))
                    .describedAs("%s was found without being made", key)
                    .anyMatch(key::startsWith));
    assertThat(report.checkups())
        .noneSatisfy(
            checkup -> assertThat(checkup.verdict().toString()).contains("a fault of this check"));
    assertThat(report.exitCode()).isNotZero();
  }

  @Test
  void everyCauseThatAnyCheckCanFindIsMade() {
    Set<String> expected =
        made().stream().map(MadeFault::expected).collect(Collectors.toCollection(TreeSet::new));
    expected.addAll(NOT_MADE_HERE);
    Set<String> declared =
        Checks.all().stream()
            .flatMap(check -> check.causes().stream())
            .map(cause -> cause.key())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(expected).isEqualTo(declared);
    System.out.printf("%d faults made, %d causes declared%n", made().size(), declared.size());
  }

  @Test
  void everySectionOfTheManualHasAMadeFault() {
    Set<String> checked =
        made().stream()
            .map(fault -> fault.expected().substring(0, fault.expected().lastIndexOf('.')))
            .collect(Collectors.toSet());
    for (Section section : Section.values()) {
      assertThat(SymptomTest.checksOf(section).stream().map(Check::id))
          .describedAs(section.number())
          .isNotEmpty()
          .anyMatch(checked::contains);
    }
  }

  private static Set<String> keys(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.cause().key())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void recordTheInstallBeforeItsServicesHoldPorts() {
    List<String> titles =
        Steps.all(
                new HostCommandRunner(),
                Optional::empty,
                (engine, stack, activity) -> 0,
                new InstallRecord(Path.of("/nowhere/record")))
            .stream()
            .map(Step::title)
            .toList();

    assertThat(titles).containsSubsequence("Keep version", "Record install", "Deploy stack");
  }
}

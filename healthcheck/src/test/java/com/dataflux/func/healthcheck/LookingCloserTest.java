package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.engine.DaemonFile;
import com.dataflux.func.healthcheck.site.Card;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What looks like a fault at first sight, and what is told by more than one place.
class LookingCloserTest {
  @TempDir Path root;
  private FakeHost host;

  @BeforeEach
  void makeAHealthyHost() {
    host = new FakeHost(root, FakeHost.Shape.FULL);
  }

  @Test
  void aBridgeWithoutVirtualMachinesHasNoCable() {
    host.cards.add(new Card("virbr0", false, 1500, List.of("192.168.122.1/24")));
    assertThat(verdict("host.cable")).isInstanceOf(Verdict.Fault.class);
    host.directory("/sys/class/net/virbr0/bridge");
    assertThat(verdict("host.cable")).isInstanceOf(Verdict.Healthy.class);
  }

  @Test
  void theEnvironmentOfTheServicesGoesBeforeTheFile() {
    String stack = FakeHost.DIRECTORY + "/docker-stack.yaml";
    host.write(
        stack,
        host.files
            .text(stack)
            .orElseThrow()
            .replace("  beat:\n", "  beat:\n    environment: {DFF_WEB_BASE_URL: func.example}\n"));
    assertThat(verdict("application.public-address").found())
        .extracting(found -> found.cause().name())
        .containsExactly("malformed");
  }

  @Test
  void settingsOfTheEngineStayAsSecretAsTheyWere() {
    host.write(DaemonFile.PATH, "{\"live-restore\": true}", "rw-------");
    Finding finding = verdict("engine.live-restore").found().getFirst();
    assertThat(finding.cause().repair().orElseThrow().changes(host.site(), finding).getFirst())
        .isInstanceOfSatisfying(
            Change.Write.class, write -> assertThat(write.mode()).isEqualTo("rw-------"));
  }

  private Verdict verdict(String check) {
    return new Doctor(host.site(), Duration.ofSeconds(30))
        .examine(Checks.named(List.of(check)))
        .checkups()
        .getFirst()
        .verdict();
  }
}

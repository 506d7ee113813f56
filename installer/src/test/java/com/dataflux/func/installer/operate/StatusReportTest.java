package com.dataflux.func.installer.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.engine.StackContainer;
import com.dataflux.func.platform.engine.StackService;
import com.dataflux.func.platform.engine.StackTask;
import com.dataflux.func.templates.InstallDir;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StatusReportTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant STARTED = NOW.minusSeconds(3 * 3600 + 20 * 60);

  @Test
  void fitsOneScreen() {
    ServiceStatus mysql = service("mysql", new StackTask.State.Running(), healthy());
    ServiceStatus server = service("server", new StackTask.State.Running(), healthy());

    StatusReport report = report(true, List.of(mysql, server));

    assertThat(report.isHealthy()).isTrue();
    assertThat(report.text())
        .isEqualTo(
            """
            DataFlux Func 1.0.0 in /usr/local/dataflux-func, http://127.0.0.1:8088: healthy

              mysql        healthy        3 h 20 min image:1
              server       healthy        3 h 20 min image:1

              Pages        answer
              Last dump    none
              Disk         20 GB free
              Queues       3 in queue 1, 7 in queue 9
              To do        restart\
            """);
  }

  @Test
  void isNotHealthyWhereAServiceFails() {
    ServiceStatus failed =
        service(
            "beat", new StackTask.State.Failed("no such image", OptionalInt.empty()), healthy());

    assertThat(failed.healthy()).isFalse();
    assertThat(report(true, List.of(failed)).isHealthy()).isFalse();
    assertThat(report(true, List.of(failed)).text()).contains("failed: no such image");
  }

  @Test
  void isNotHealthyWhereTheCheckOfAContainerFails() {
    StackContainer.Health unhealthy = new StackContainer.Health.Unhealthy("refused");

    assertThat(service("server", new StackTask.State.Running(), unhealthy))
        .extracting(ServiceStatus::state, ServiceStatus::healthy)
        .containsExactly("unhealthy", false);
  }

  @Test
  void isNotHealthyWhereThePagesDoNotAnswer() {
    ServiceStatus server = service("server", new StackTask.State.Running(), healthy());

    assertThat(report(false, List.of(server)).isHealthy()).isFalse();
  }

  @Test
  void namesAServiceThatWasNotDeployed() {
    assertThat(ServiceStatus.of("beat", Optional.empty(), List.of(), List.of()).state())
        .isEqualTo("not deployed");
  }

  private static StackContainer.Health healthy() {
    return new StackContainer.Health.Healthy();
  }

  private static ServiceStatus service(
      String name, StackTask.State state, StackContainer.Health health) {
    StackTask task =
        new StackTask("1", name, "node", "image:1", true, state, STARTED, Optional.of("id"));
    StackContainer container =
        new StackContainer("id", name, name, "image:1", "running", health, OptionalInt.empty(), 0);
    return ServiceStatus.of(
        name,
        Optional.of(new StackService(name, "image:1", 1, Optional.empty())),
        List.of(task),
        List.of(container));
  }

  private static StatusReport report(boolean answers, List<ServiceStatus> services) {
    return new StatusReport(
        NOW,
        "1.0.0",
        InstallDir.DEFAULT,
        "http://127.0.0.1:8088",
        answers,
        services,
        Optional.empty(),
        20_000_000_000L,
        Map.of(1, 3L, 0, 0L, 9, 7L),
        List.of("restart"));
  }
}

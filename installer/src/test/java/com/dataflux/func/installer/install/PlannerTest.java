package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.installer.host.Disk;
import com.dataflux.func.installer.host.EngineSituation;
import com.dataflux.func.installer.host.HostFacts;
import com.dataflux.func.installer.host.Listener;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.engine.EngineFacts;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.engine.ImageStore;
import com.dataflux.func.platform.engine.SwarmState;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final long GIGABYTE = 1_000_000_000L;
  private static final Disk DISK = new Disk(Path.of("/"), 1L, 50 * GIGABYTE);
  private static final HostFacts HOST =
      new HostFacts(
          true,
          "amd64",
          2,
          4 * GIGABYTE,
          Set.of(),
          List.of("192.0.2.1"),
          List.of(),
          Instant.parse("2026-11-21T07:00:00Z"),
          true);
  private static final Parcel DOCKER = parcel("docker-28.5.2.tgz");
  private static final Cargo CARGO =
      new Cargo(
          "1.0.0",
          "amd64",
          parcel("dataflux-func.jar"),
          parcel("java-runtime.tgz"),
          Optional.of(DOCKER),
          new Images("mysql:1", "redis:1", "mosquitto:1", "dataflux-func:1"),
          GIGABYTE,
          "digest");

  @Test
  void upgradesAnEngineOnlyIfThisProgramInstalledIt() {
    SwarmState swarm = new SwarmState.Inactive();

    assertThat(plan(HOST, running(swarm, true), Choices.NONE).engine())
        .isEqualTo(new EnginePlan.Upgrade(DOCKER, "20.10.24"));
    assertThat(plan(HOST, running(swarm, false), Choices.NONE).engine())
        .isEqualTo(new EnginePlan.Use("20.10.24"));
  }

  @Test
  void installsTheBundlesDockerWhereThereIsNone() {
    InstallPlan plan = plan(HOST, new EngineSituation.Absent(), Choices.NONE);

    assertThat(plan.engine()).isEqualTo(new EnginePlan.Install(DOCKER));
    assertThat(plan.stack().port()).isEqualTo(Port.WEB);
    assertThat(plan.address()).contains("192.0.2.1");
  }

  @Test
  void usesDockerThatRunsInASwarmOrNot() {
    assertThat(plan(HOST, running(new SwarmState.Inactive()), Choices.NONE).engine())
        .isEqualTo(new EnginePlan.Use("20.10.24"));
    assertThat(
            plan(HOST, running(new SwarmState.Manager("n", "a", 1)), Choices.NONE).stack().node())
        .isEmpty();
  }

  @Test
  void pinsServicesToThisNodeOfALargerSwarm() {
    assertThat(
            plan(HOST, running(new SwarmState.Manager("n1", "a", 2)), Choices.NONE).stack().node())
        .contains("n1");
  }

  @Test
  void startsDockerThatIsStopped() {
    assertThat(plan(HOST, new EngineSituation.Stopped("/usr/bin/dockerd"), Choices.NONE).engine())
        .isEqualTo(new EnginePlan.Start("/usr/bin/dockerd"));
  }

  @Test
  void takesThePlaceOfAnEngineThatAnUnfinishedInstallLeft() {
    String left = EngineFiles.DIRECTORY.resolve("dockerd").toString();
    assertThat(plan(HOST, new EngineSituation.Stopped(left), Choices.NONE).engine())
        .isInstanceOf(EnginePlan.Install.class);
  }

  @Test
  void refusesSnapsDocker() {
    assertThat(refusal(HOST, new EngineSituation.Snap("/snap/bin/docker")))
        .isEqualTo(ProblemKind.UNSUPPORTED_ENGINE);
  }

  @Test
  void refusesAWorkerOfASwarm() {
    assertThat(refusal(HOST, running(new SwarmState.Worker("10.0.0.1"))))
        .isEqualTo(ProblemKind.SWARM_FAILED);
  }

  @Test
  void refusesAnotherArchitecture() {
    assertThat(refusal(with(HOST, "arm64", 2, 4 * GIGABYTE)))
        .isEqualTo(ProblemKind.WRONG_ARCHITECTURE);
  }

  @Test
  void refusesASmallHostUnlessMini() {
    HostFacts small = with(HOST, "amd64", 1, 2 * GIGABYTE);

    assertThat(refusal(small)).isEqualTo(ProblemKind.HOST_TOO_SMALL);
    assertThat(plan(small, new EngineSituation.Absent(), mini()).stack().mini()).isTrue();
  }

  @Test
  void refusesAPortThatAnotherProgramHolds() {
    assertThat(refusal(listening(new Listener(8088, "nginx")))).isEqualTo(ProblemKind.PORT_TAKEN);
  }

  @Test
  void keepsThePortThatItsOwnStackHolds() {
    Situation situation =
        situation(
            listening(new Listener(8088, "docker-proxy")),
            new EngineSituation.Absent(),
            true,
            DISK);

    assertThat(Planner.plan(request(Choices.NONE), situation, CARGO).stack().port())
        .isEqualTo(Port.WEB);
  }

  @Test
  void refusesADiskTooSmall() {
    Disk small = new Disk(Path.of("/"), 1L, GIGABYTE);
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                Planner.plan(
                    request(Choices.NONE),
                    situation(HOST, new EngineSituation.Absent(), false, small),
                    CARGO));

    assertThat(e.problem().kind()).isEqualTo(ProblemKind.DISK_TOO_SMALL);
    assertThat(e.problem().why()).contains("3.2 GB are needed");
  }

  @Test
  void refusesAClockThatCannotBeRight() {
    HostFacts early =
        new HostFacts(
            true, "amd64", 2, 4 * GIGABYTE, Set.of(), List.of(), List.of(), Instant.EPOCH, true);

    assertThat(refusal(early)).isEqualTo(ProblemKind.CLOCK_WRONG);
  }

  @Test
  void refusesAKernelWithoutOverlay() {
    HostFacts lacking =
        new HostFacts(
            true,
            "amd64",
            2,
            4 * GIGABYTE,
            Set.of("the file system overlay"),
            List.of(),
            List.of(),
            HOST.clock(),
            true);

    assertThat(refusal(lacking)).isEqualTo(ProblemKind.KERNEL_LACKS);
  }

  @Test
  void refusesAnotherAddressForASwarmThatIsThere() {
    EngineSituation engine = running(new SwarmState.Manager("n", "10.0.0.1", 1));
    Situation situation = situation(HOST, engine, true, DISK);

    assertThat(refusal(request(address("10.0.0.2")), situation, CARGO))
        .isEqualTo(ProblemKind.USAGE);
    assertThat(Planner.plan(request(address("10.0.0.1")), situation, CARGO).choices())
        .isEqualTo(address("10.0.0.1"));
  }

  @Test
  void refusesABundleWithoutAnImageThatTheOptionsNeed() {
    Cargo lacking =
        new Cargo(
            "1.0.0",
            "amd64",
            parcel("dataflux-func.jar"),
            parcel("java-runtime.tgz"),
            Optional.of(DOCKER),
            new Images("mysql:1", "redis:1", "", "dataflux-func:1"),
            GIGABYTE,
            "digest");
    Situation situation = situation(HOST, new EngineSituation.Absent(), false, DISK);

    assertThat(refusal(request(mqtt()), situation, lacking)).isEqualTo(ProblemKind.BUNDLE_DAMAGED);
    assertThat(Planner.plan(request(Choices.NONE), situation, lacking).stack().mqtt()).isFalse();
  }

  @Test
  void refusesAnExternalDatabaseThatNothingWouldUse() {
    InstallRequest request =
        new InstallRequest(
            Path.of("/bundle"),
            Optional.empty(),
            Choices.NONE,
            new GivenConnection(
                Optional.of("db"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            GivenConnection.NONE,
            Optional.empty(),
            List.of(),
            false,
            Duration.ofMinutes(1));

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                Planner.plan(
                    request, situation(HOST, new EngineSituation.Absent(), false, DISK), CARGO));

    assertThat(e.problem().kind()).isEqualTo(ProblemKind.USAGE);
  }

  private static Parcel parcel(String name) {
    return new Parcel(name, InputStream::nullInputStream);
  }

  private static InstallPlan plan(HostFacts host, EngineSituation engine, Choices choices) {
    return Planner.plan(request(choices), situation(host, engine, false, DISK), CARGO);
  }

  private static ProblemKind refusal(HostFacts host) {
    return refusal(host, new EngineSituation.Absent());
  }

  private static ProblemKind refusal(HostFacts host, EngineSituation engine) {
    return catchThrowableOfType(ProblemException.class, () -> plan(host, engine, Choices.NONE))
        .problem()
        .kind();
  }

  private static ProblemKind refusal(InstallRequest request, Situation situation, Cargo cargo) {
    return catchThrowableOfType(
            ProblemException.class, () -> Planner.plan(request, situation, cargo))
        .problem()
        .kind();
  }

  private static EngineSituation running(SwarmState swarm) {
    return running(swarm, false);
  }

  private static EngineSituation running(SwarmState swarm, boolean ours) {
    return new EngineSituation.Running(
        new EngineFacts(
            "20.10.24",
            "1.41",
            "x86_64",
            "overlay2",
            ImageStore.GRAPH_DRIVER,
            Path.of("/var/lib/docker"),
            List.of(),
            List.of()),
        swarm,
        ours);
  }

  private static Situation situation(
      HostFacts host, EngineSituation engine, boolean installed, Disk disk) {
    return new Situation(
        host,
        engine,
        InstallDir.DEFAULT,
        installed,
        Choices.NONE,
        Optional.empty(),
        false,
        Map.of(),
        disk,
        disk);
  }

  private static InstallRequest request(Choices choices) {
    return new InstallRequest(
        Path.of("/bundle"),
        Optional.empty(),
        choices,
        GivenConnection.NONE,
        GivenConnection.NONE,
        Optional.empty(),
        List.of(),
        false,
        Duration.ofMinutes(1));
  }

  private static Choices mini() {
    return new Choices(
        Optional.of(true),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Choices mqtt() {
    return new Choices(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Choices address(String address) {
    return new Choices(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(address));
  }

  private static HostFacts with(HostFacts host, String architecture, int cpus, long memory) {
    return new HostFacts(
        true,
        architecture,
        cpus,
        memory,
        Set.of(),
        host.addresses(),
        List.of(),
        host.clock(),
        true);
  }

  private static HostFacts listening(Listener listener) {
    return new HostFacts(
        true, "amd64", 2, 4 * GIGABYTE, Set.of(), List.of(), List.of(listener), HOST.clock(), true);
  }
}

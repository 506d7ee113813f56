package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import com.dataflux.func.templates.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsOnDiskTest {
  private static final Images IMAGES =
      new Images("mysql:1", "redis:1", "mosquitto:1", "dataflux-func:1");

  @TempDir Path host;

  private final Templates templates = new Templates();
  private final Activity activity = new RecordingDisplay().begin("test");
  private InstallDir dir = InstallDir.DEFAULT;

  @BeforeEach
  void chooseADirectoryWithASpace() {
    dir = new InstallDir(host.resolve("数据 func"));
  }

  @Test
  void makesEverythingOnceAndLeavesItAloneAfterwards() {
    InstallPlan plan = plan(Choices.NONE, List.of());

    assertThat(steps())
        .allSatisfy(step -> assertThat(run(step, plan)).isInstanceOf(StepResult.Done.class));
    assertThat(steps())
        .allSatisfy(step -> assertThat(run(step, plan)).isInstanceOf(StepResult.Skipped.class));
    assertThat(host.resolve("etc-dataflux-func")).hasContent("INSTALLED_DIR=" + dir);
  }

  @Test
  void keepsFilesWithSecretsFromOtherUsers() throws IOException {
    InstallPlan plan = plan(Choices.NONE, List.of());
    steps().forEach(step -> run(step, plan));

    for (Path file :
        List.of(
            dir.userConfig(),
            dir.setupCode(),
            dir.stackFile(),
            dir.stackExample(),
            dir.toolkit().resolve("secrets.yaml"))) {
      assertThat(Files.getPosixFilePermissions(file)).isEqualTo(AtomicFile.PRIVATE);
    }
  }

  @Test
  void keepsSecretsAndEditsWhenOptionsChange() throws IOException {
    InstallPlan first = plan(Choices.NONE, List.of());
    steps().forEach(step -> run(step, first));
    String password = rootPassword();
    Files.writeString(
        dir.stackFile(),
        Files.readString(dir.stackFile()).replace("--skip-log-bin", "--tls-version=TLSv1.2"));

    InstallPlan second = plan(port(new Port(18088)), List.of(new ExtraConfig("LOG_LEVEL", "INFO")));
    steps().forEach(step -> run(step, second));

    assertThat(dir.stackFile()).content().contains("--tls-version=TLSv1.2", "published: 18088");
    assertThat(dir.stackExample()).content().contains("--skip-log-bin", "published: 18088");
    assertThat(rootPassword()).isEqualTo(password);
    assertThat(dir.userConfig()).content().contains("LOG_LEVEL: \"INFO\"");
    assertThat(new RecordedChoices(dir).read()).isEqualTo(second.choices());
  }

  @Test
  void refusesToGuessWhereAnEditAndAnOptionMeet() throws IOException {
    InstallPlan first = plan(Choices.NONE, List.of());
    steps().forEach(step -> run(step, first));
    Files.writeString(
        dir.stackFile(),
        Files.readString(dir.stackFile()).replace("published: 8088", "published: 80"));

    StepResult result = run(new RenderStack(templates), plan(port(new Port(18088)), List.of()));

    assertThat(result).isInstanceOf(StepResult.Failed.class);
    assertThat(dir.stackFile()).content().contains("published: 80,");
  }

  private List<Step> steps() {
    return List.of(
        new MakeDirectories(),
        new WriteConfiguration(templates),
        new RenderStack(templates),
        new RotateLogs(host.resolve("logrotate"), templates),
        new RecordInstall(new InstallRecord(host.resolve("etc-dataflux-func"))));
  }

  private StepResult run(Step step, InstallPlan plan) {
    try {
      return step.run(plan, activity);
    } catch (ProblemException e) {
      return new StepResult.Failed(e.problem());
    }
  }

  private String rootPassword() throws IOException {
    return Files.readString(dir.stackFile())
        .lines()
        .filter(line -> line.contains("MYSQL_ROOT_PASSWORD"))
        .findFirst()
        .orElseThrow();
  }

  private static Choices port(Port port) {
    return new Choices(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(port),
        Optional.empty(),
        Optional.empty());
  }

  private InstallPlan plan(Choices choices, List<ExtraConfig> extraConfig) {
    Parcel nothing = new Parcel("nothing", InputStream::nullInputStream);
    return new InstallPlan(
        dir,
        choices,
        Rendering.options(dir, choices, Optional.empty()),
        new Cargo("1.0.0", "amd64", nothing, nothing, Optional.empty(), IMAGES, 0, "digest"),
        Change.FRESH,
        IMAGES,
        new EnginePlan.Use("28.5.2"),
        true,
        Optional.empty(),
        GivenConnection.NONE,
        GivenConnection.NONE,
        Optional.empty(),
        extraConfig,
        Duration.ofMinutes(1));
  }
}

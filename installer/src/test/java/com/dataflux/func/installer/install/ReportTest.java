package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final RecordingDisplay display = new RecordingDisplay();

  @Test
  void tellsBeforehandWhatIsToBeDone() {
    Report.begin(
        display,
        List.of(new Named("Start Docker", "nothing, it runs"), new Named("Deploy", "it")),
        plan());

    assertThat(display.events())
        .singleElement()
        .asString()
        .startsWith("inform: The plan:")
        .contains("Deploy              it")
        .doesNotContain("Start Docker");
  }

  private static InstallPlan plan() {
    Parcel nothing = new Parcel("nothing", InputStream::nullInputStream);
    Images images = new Images("mysql:1", "redis:1", "", "dataflux-func:1");
    return new InstallPlan(
        InstallDir.DEFAULT,
        Choices.NONE,
        Rendering.options(InstallDir.DEFAULT, Choices.NONE, Optional.empty()),
        new Cargo("1.0.0", "amd64", nothing, nothing, Optional.empty(), images, 0, "digest"),
        Change.FRESH,
        images,
        new EnginePlan.Use("28.5.2"),
        true,
        Optional.empty(),
        GivenConnection.NONE,
        GivenConnection.NONE,
        Optional.empty(),
        List.of(),
        Duration.ofMinutes(1));
  }

  private record Named(String title, String intent) implements Step {
    @Override
    public String intent(InstallPlan plan) {
      return intent;
    }

    @Override
    public StepResult run(InstallPlan plan, Activity activity) {
      return new StepResult.Done("");
    }
  }
}

package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.installer.host.Disk;
import com.dataflux.func.installer.host.EngineSituation;
import com.dataflux.func.installer.host.HostFacts;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeTest {
  private static final Images OLD = images("1.0.0", "aaaaaaaaaaaa");
  private static final InstalledVersion INSTALLED = new InstalledVersion("1.0.0", "jar", OLD);

  @Test
  void isFreshUntilAVersionHasBecomeHealthy() {
    assertThat(change(situation(Optional.empty(), false), cargo("1.0.0", "jar", OLD), Map.of()))
        .isEqualTo(Change.FRESH);
  }

  @Test
  void isNoneForTheSameBundleWithTheSameOptions() {
    assertThat(change(installed(false), cargo("1.0.0", "jar", OLD), Map.of("LOG_LEVEL", "INFO")))
        .isEqualTo(Change.NONE);
  }

  @Test
  void isOneOfOptionsWhereAKeyIsGivenAnotherValue() {
    assertThat(change(installed(false), cargo("1.0.0", "jar", OLD), Map.of("LOG_LEVEL", "DEBUG")))
        .isEqualTo(Change.OPTIONS);
  }

  @Test
  void carriesOnWithOneThatWasInterrupted() {
    assertThat(change(installed(true), cargo("1.0.0", "jar", OLD), Map.of()))
        .isEqualTo(Change.OPTIONS);
  }

  @Test
  void isAnUpgradeForAnotherProgramOrOtherImagesOfTheSameVersion() {
    Images other = images("1.0.0", "bbbbbbbbbbbb");
    assertThat(change(installed(false), cargo("1.0.0", "other", OLD), Map.of()))
        .isEqualTo(Change.UPGRADE);
    assertThat(change(installed(false), cargo("1.0.0", "jar", other), Map.of()))
        .isEqualTo(Change.UPGRADE);
  }

  @Test
  void refusesABundleThatIsOlder() {
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> change(installed(false), cargo("0.9.10", "jar", OLD), Map.of()));

    assertThat(e.problem().kind()).isEqualTo(ProblemKind.DOWNGRADE);
    assertThat(e.problem().why()).contains("0.9.10", "1.0.0");
  }

  @Test
  void takesTenForNewerThanNine() {
    assertThat(change(installed(false), cargo("1.0.10", "jar", OLD), Map.of()))
        .isEqualTo(Change.UPGRADE);
  }

  @Test
  void leavesTheNameOfAnImageThatIsTheSame() {
    Images fresh =
        new Images(
            "dataflux-func/mysql:1.1.0-aaaaaaaaaaaa",
            "dataflux-func/redis:1.1.0-bbbbbbbbbbbb",
            "eclipse-mosquitto:2",
            "dataflux-func/dataflux-func:1.1.0-bbbbbbbbbbbb");

    Images named = Change.images(installed(false), cargo("1.1.0", "jar", fresh));

    assertThat(named)
        .isEqualTo(new Images(OLD.mysql(), fresh.redis(), fresh.mosquitto(), fresh.application()));
  }

  private static Images images(String version, String id) {
    return new Images(
        "dataflux-func/mysql:%s-%s".formatted(version, id),
        "dataflux-func/redis:%s-%s".formatted(version, id),
        "dataflux-func/eclipse-mosquitto:%s-%s".formatted(version, id),
        "dataflux-func/dataflux-func:%s-%s".formatted(version, id));
  }

  private static Change change(Situation situation, Cargo cargo, Map<String, Object> keys) {
    return Change.of(situation, cargo, Choices.NONE, keys);
  }

  private static Situation installed(boolean pending) {
    return situation(Optional.of(INSTALLED), pending);
  }

  private static Situation situation(Optional<InstalledVersion> version, boolean pending) {
    Disk disk = new Disk(Path.of("/"), 1L, 1L << 40);
    return new Situation(
        new HostFacts(
            true, "amd64", 2, 1L << 33, Set.of(), List.of(), List.of(), Instant.now(), true),
        new EngineSituation.Absent(),
        InstallDir.DEFAULT,
        true,
        Choices.NONE,
        version,
        pending,
        Map.of("LOG_LEVEL", "INFO"),
        disk,
        disk);
  }

  private static Cargo cargo(String version, String digest, Images images) {
    Parcel nothing = new Parcel("nothing", InputStream::nullInputStream);
    return new Cargo(version, "amd64", nothing, nothing, Optional.empty(), images, 0, digest);
  }
}

package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.installer.host.Disk;
import com.dataflux.func.installer.host.EngineSituation;
import com.dataflux.func.installer.host.HostFacts;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path host;
  @TempDir Path bundle;

  @Test
  void refusesADirectoryThatIsNoBundle() {
    assertThat(refusal(true).kind()).isEqualTo(ProblemKind.BUNDLE_DAMAGED);
  }

  @Test
  void refusesAManifestThatNamesAFileOutside() throws IOException {
    Files.writeString(
        bundle.resolve("manifest.json"),
        """
        {"format":1,"version":"1","architecture":"amd64","files":[
        {"name":"../../etc/passwd","size":1,"sha256":"%s"}],"checksum":""}
        """
            .formatted("0".repeat(64)));

    Problem problem = refusal(true);

    assertThat(problem.kind()).isEqualTo(ProblemKind.BUNDLE_MALFORMED);
    assertThat(problem.what()).contains("../../etc/passwd");
  }

  @Test
  void refusesToRunWithoutRoot() {
    assertThat(refusal(false).kind()).isEqualTo(ProblemKind.NOT_ROOT);
  }

  /// What an install ends with; whatever it is, the host is as it was.
  private Problem refusal(boolean root) {
    InstallDir dir = new InstallDir(host.resolve("install"));
    Disk disk = new Disk(host, 1L, 1L << 40);
    HostFacts facts =
        new HostFacts(
            root, "amd64", 2, 1L << 33, Set.of(), List.of(), List.of(), Instant.now(), true);
    Installation installation =
        new Installation(
            new RecordingDisplay(),
            new HostCommandRunner(),
            Optional::empty,
            new BundleCarrier(),
            new InstallRecord(host.resolve("record")),
            given ->
                new Situation(
                    facts,
                    new EngineSituation.Absent(),
                    dir,
                    false,
                    Choices.NONE,
                    Optional.empty(),
                    false,
                    Map.of(),
                    disk,
                    disk));

    ProblemException e =
        catchThrowableOfType(ProblemException.class, () -> installation.run(request()));

    assertThat(host).isEmptyDirectory();
    return e.problem();
  }

  private InstallRequest request() {
    return new InstallRequest(
        bundle,
        Optional.empty(),
        Choices.NONE,
        GivenConnection.NONE,
        GivenConnection.NONE,
        Optional.empty(),
        List.of(),
        false,
        Duration.ofMinutes(1));
  }
}

package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.upgrade.KeptVersion;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyToolkitTest {
  @TempDir Path host;
  private InstallDir dir = InstallDir.DEFAULT;

  @BeforeEach
  void chooseADirectory() throws IOException {
    dir = new InstallDir(host.resolve("func"));
    Files.createDirectories(dir.data());
  }

  @Test
  void keepsTheRuntimeThatAProgramMayRunOnUntilNoVersionNamesIt() throws IOException {
    copy("one");
    Path running = java().toRealPath();
    KeptVersion.keep(dir).becomePrevious();

    copy("two");
    assertThat(java()).hasContent("two");
    assertThat(running).hasContent("one");

    KeptVersion.previous(dir).orElseThrow().restore();
    assertThat(java()).hasContent("one");
    assertThat(java().toRealPath()).isEqualTo(running);

    copy("three");
    KeptVersion.previous(dir).orElseThrow().forget();
    assertThat(copy("three")).isInstanceOf(StepResult.Skipped.class);
    assertThat(running).doesNotExist();
    assertThat(java()).hasContent("three");
  }

  @Test
  void takesThePlaceOfARuntimeInADirectoryOfThatName() throws IOException {
    Files.createDirectories(java().getParent());
    Files.writeString(java(), "before");

    copy("one");

    assertThat(java()).hasContent("one");
  }

  private Path java() {
    return dir.toolkit().resolve("java/bin/java");
  }

  private StepResult copy(String version) {
    return new CopyToolkit(host.resolve("bin/dataflux-func"))
        .run(plan(version), new RecordingDisplay().begin("test"));
  }

  private InstallPlan plan(String version) {
    Parcel jar = new Parcel("jar", () -> new ByteArrayInputStream(bytes(version)));
    Parcel runtime = new Parcel("runtime", () -> new ByteArrayInputStream(archive(version)));
    Images images = new Images("mysql:1", "redis:1", "mosquitto:1", "dataflux-func:1");
    return new InstallPlan(
        dir,
        Choices.NONE,
        Rendering.options(dir, Choices.NONE, Optional.empty()),
        new Cargo(
            version,
            "amd64",
            jar,
            runtime,
            Optional.empty(),
            images,
            0,
            "jar-" + version + " " + version),
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

  private static byte[] archive(String java) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(archive))) {
      TarArchiveEntry entry = new TarArchiveEntry("java/bin/java");
      entry.setSize(bytes(java).length);
      tar.putArchiveEntry(entry);
      tar.write(bytes(java));
      tar.closeArchiveEntry();
    }
    return archive.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

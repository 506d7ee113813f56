package com.dataflux.func.installer.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVersionTest {
  private static final Images IMAGES = new Images("mysql:1", "redis:1", "", "app:1");

  @TempDir Path host;
  private InstallDir dir = InstallDir.DEFAULT;

  @BeforeEach
  void install() throws IOException {
    dir = new InstallDir(host.resolve("func"));
    Files.createDirectories(dir.data());
    Files.createDirectories(dir.toolkit().resolve("java/bin"));
    Files.writeString(dir.stackFile(), "services: {mysql: old}\n");
    Files.writeString(dir.stackExample(), "services: {mysql: rendered}\n");
    Files.writeString(dir.userConfig(), "SECRET: old\n");
    Files.writeString(dir.toolkit().resolve("dataflux-func.jar"), "old jar");
    Files.writeString(dir.toolkit().resolve("java/bin/java"), "old java");
    new InstalledVersion("1.0.0", "digest", IMAGES).write(dir.toolkit());
  }

  @Test
  void putsEverythingBack() throws IOException {
    KeptVersion kept = KeptVersion.keep(dir);
    change();
    assertThat(kept.isInPlace()).isFalse();

    kept.restore();

    assertThat(kept.isInPlace()).isTrue();
    assertThat(dir.stackFile()).hasContent("services: {mysql: old}");
    assertThat(dir.userConfig()).hasContent("SECRET: old");
    assertThat(dir.toolkit().resolve("dataflux-func.jar")).hasContent("old jar");
    assertThat(dir.toolkit().resolve("java/bin/java")).hasContent("old java");
    assertThat(InstalledVersion.of(dir).map(InstalledVersion::version)).contains("1.0.0");
  }

  @Test
  void putsEverythingBackAgainAfterAnInterruption() throws IOException {
    KeptVersion kept = KeptVersion.keep(dir);
    change();
    kept.restore();
    Files.delete(dir.stackFile());

    KeptVersion.pending(dir).orElseThrow().restore();

    assertThat(dir.stackFile()).hasContent("services: {mysql: old}");
  }

  @Test
  void isNotThereUntilItIsWhole() throws IOException {
    Files.createDirectories(dir.toolkit().resolve("pending.part"));

    assertThat(KeptVersion.pending(dir)).isEmpty();
    assertThat(KeptVersion.keep(dir).version()).isEqualTo("1.0.0");
  }

  @Test
  void becomesWhatARollbackGoesBackTo() throws IOException {
    KeptVersion.keep(dir).becomePrevious();
    change();
    KeptVersion second = KeptVersion.keep(dir);
    second.noteDump("/data/sqldump/manual/one.sql");
    second.becomePrevious();

    KeptVersion previous = KeptVersion.previous(dir).orElseThrow();
    assertThat(previous.version()).isEqualTo("2.0.0");
    assertThat(previous.references()).containsExactly("mysql:2", "redis:1", "app:2");
    assertThat(previous.dump()).isEqualTo(Optional.of("/data/sqldump/manual/one.sql"));
    assertThat(KeptVersion.pending(dir)).isEmpty();
  }

  private void change() throws IOException {
    AtomicFile.write(dir.stackFile(), "services: {mysql: new}\n", AtomicFile.PRIVATE);
    AtomicFile.write(dir.userConfig(), "SECRET: new\n", AtomicFile.PRIVATE);
    Path jar = dir.toolkit().resolve("dataflux-func.jar");
    AtomicFile.write(jar, "new jar", AtomicFile.READABLE);
    Path java = dir.toolkit().resolve("java/bin/java");
    AtomicFile.write(java, "new java", AtomicFile.EXECUTABLE);
    new InstalledVersion("2.0.0", "other", new Images("mysql:2", "redis:1", "", "app:2"))
        .write(dir.toolkit());
  }
}

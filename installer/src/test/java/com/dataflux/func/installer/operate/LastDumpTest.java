package com.dataflux.func.installer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastDumpTest {
  private static final String OLD = "dataflux-func-sqldump-20260101-000000.sql";
  private static final String NEW = "dataflux-func-sqldump-20261121-120000.sql";

  @TempDir private Path place;
  private InstallDir dir;

  @BeforeEach
  void fill() throws IOException {
    dir = new InstallDir(place.resolve("install"));
    Files.createDirectories(dir.data().resolve("sqldump"));
    Files.createDirectories(dir.data().resolve("elsewhere/manual"));
    Files.writeString(dir.data().resolve("sqldump").resolve(OLD), "old");
    Files.writeString(dir.data().resolve("elsewhere/manual").resolve(NEW), "new");
    configure("/data/elsewhere");
  }

  private void configure(String path) throws IOException {
    Files.writeString(dir.userConfig(), "DB_AUTO_BACKUP_PATH: " + path + "\n");
  }

  @Test
  void isTheOneThatWasMadeForThis() {
    Path made = Path.of("/data/elsewhere/manual").resolve(NEW);

    assertThat(new LastDump(dir).find(Optional.of(made)).file()).hasContent("new");
  }

  @Test
  void isLookedForWhereTheConfigurationPutsDumps() {
    assertThat(new LastDump(dir).find(Optional.empty()).file()).hasContent("new");
  }

  @Test
  void isNoneWhereOnlyContainersSeeTheDumps() throws IOException {
    configure("/mnt/dumps");

    assertThatThrownBy(() -> new LastDump(dir).find(Optional.of(Path.of("/mnt/dumps/a.sql"))))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new LastDump(dir).find(Optional.empty()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void leavesNothingOfACopyThatIsNotWhole() {
    Path target = place.resolve("stick");
    try (Activity activity = new RecordingDisplay().begin("Copy")) {
      Path broken = dir.data().resolve("elsewhere/manual").resolve(NEW);

      assertThatThrownBy(
              () -> DumpCopy.of(DumpDirectory.find(broken), target, Packing.PLAIN, activity))
          .isInstanceOf(ProblemException.class);
    }
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void leavesNoRecordWithoutItsDump() throws IOException {
    Path target = place.resolve("stick");
    Path file = dir.data().resolve("elsewhere/manual").resolve(NEW);
    Files.writeString(DumpDirectory.recordFile(file), "");
    StoredDump dump = DumpDirectory.find(file);
    Files.delete(file);
    try (Activity activity = new RecordingDisplay().begin("Copy")) {

      assertThatThrownBy(() -> DumpCopy.of(dump, target, Packing.PLAIN, activity))
          .hasMessageContaining("could not be copied");
    }
    assertThat(target).isEmptyDirectory();
  }
}

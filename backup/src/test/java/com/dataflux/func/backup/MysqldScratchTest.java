package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MysqldScratchTest {
  @TempDir Path workspace;

  @Test
  void removesWhatAPowerCutLeftWithAnEmptyProcessNumber() throws IOException {
    Path left = Files.createDirectory(workspace.resolve("trial1"));
    Files.createFile(left.resolve("pid"));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> scratch().start(1))
        .withMessageContaining("could not be prepared");

    assertThat(left).doesNotExist();
    try (HeldLock lock = new DumpDirectory(workspace).lock("a test")) {
      assertThat(lock).isNotNull();
    }
  }

  /// Its server does not start, which comes after what is tested.
  private MysqldScratch scratch() {
    return new MysqldScratch(new HostCommandRunner(), List.of("false"), workspace);
  }
}

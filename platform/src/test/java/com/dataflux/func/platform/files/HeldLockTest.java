package com.dataflux.func.platform.files;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldLockTest {
  @TempDir Path directory;

  @Test
  void saysWhoHoldsIt() {
    try (var _ = HeldLock.take(directory.resolve("lock"), "install")) {
      assertThatThrownBy(() -> HeldLock.take(directory.resolve("lock"), "upgrade"))
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("install");
    }
    HeldLock.take(directory.resolve("lock"), "upgrade").close();
  }
}

package com.dataflux.func.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
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

  @Test
  void waitsForTheOneThatHoldsIt() throws Exception {
    Path file = directory.resolve("lock");
    HeldLock held = HeldLock.take(file, "install");
    Thread waits =
        Thread.ofPlatform()
            .start(() -> HeldLock.take(file, "upgrade", Duration.ofMinutes(1)).close());
    assertThat(waits.join(Duration.ofMillis(300))).isFalse();
    held.close();
    assertThat(waits.join(Duration.ofSeconds(30))).isTrue();
    assertThatThrownBy(
            () -> {
              try (var _ = HeldLock.take(file, "install")) {
                HeldLock.take(file, "upgrade", Duration.ofMillis(200)).close();
              }
            })
        .hasMessageContaining("install");
  }
}

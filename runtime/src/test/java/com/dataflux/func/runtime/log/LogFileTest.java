package com.dataflux.func.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("dataflux-func.log");
  }

  private LogFile open() {
    return new LogFile(file, new LogLine("tests", false, ZoneOffset.UTC));
  }

  private static void write(LogFile log, String message) {
    log.publish(new LogRecord(Level.WARNING, message));
  }

  @Test
  void startsAnewWhereTheFileIsTooLarge() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength((100L << 20) + 1);
    }
    try (LogFile one = open();
        LogFile other = open()) {
      write(one, "一");
      one.lookAgain();
      write(one, "二");
      write(other, "三");
      other.lookAgain();
      write(other, "四");
    }
    assertThat(Files.readString(file)).contains("二", "三", "四").doesNotContain("一");
    assertThat(Files.size(directory.resolve("dataflux-func.log.1"))).isGreaterThan(100L << 20);
    assertThat(directory.resolve("dataflux-func.log.2")).doesNotExist();
  }

  @Test
  void goesOnInANewFileWhenTheOldOneWasMoved() throws IOException {
    try (LogFile log = open()) {
      write(log, "before");
      Files.move(file, directory.resolve("dataflux-func.log-20260101"));
      log.lookAgain();
      write(log, "after");
    }
    assertThat(Files.readString(file)).contains("after").doesNotContain("before");
  }
}

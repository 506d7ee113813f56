package com.dataflux.func.backup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.files.HeldLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpDirectoryTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 21, 12, 0, 0);

  @TempDir private Path path;
  private DumpDirectory directory;

  @BeforeEach
  void open() {
    directory = new DumpDirectory(path);
  }

  @Test
  void listsDumpsOfBothNamesAndNothingElse() throws IOException {
    Files.writeString(path.resolve("dataflux-sqldump-20200101-000000.sql"), "x");
    Files.writeString(path.resolve("dataflux-func-sqldump-20209999-000000.sql"), "x");
    Files.writeString(path.resolve("notes.sql"), "x");
    publish(NOON);
    Files.writeString(path.resolve("dataflux-func-sqldump-20261121-130000.sql.zst.gpg"), "x");
    Files.writeString(path.resolve("dataflux-func-sqldump-20261121-140000.sql.damaged"), "x");

    assertThat(directory.list())
        .extracting(dump -> dump.name().toString())
        .containsExactly(
            "dataflux-sqldump-20200101-000000.sql",
            "dataflux-func-sqldump-20261121-130000.sql.zst.gpg",
            "dataflux-func-sqldump-20261121-120000.sql");
  }

  @Test
  void hidesADumpUntilItIsPublished() throws IOException {
    Files.writeString(directory.part(new DumpName(NOON)), "half");

    assertThat(directory.list()).isEmpty();
  }

  @Test
  void takesTheNextSecondWhereANameIsTaken() throws IOException {
    publish(NOON);
    publish(NOON.plusSeconds(1));

    assertThat(directory.freeName(NOON, DumpFormat.PLAIN))
        .isEqualTo(new DumpName(NOON.plusSeconds(2)));
  }

  @Test
  void sweepsPartsAndLonelyRecordsAway() throws IOException {
    StoredDump dump = publish(NOON);
    Files.writeString(directory.part(new DumpName(NOON.plusHours(1))), "half");
    Files.writeString(path.resolve("dataflux-func-sqldump-20261121-130000.sql.record"), "x");

    directory.sweep();

    try (var left = Files.list(path)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(dump.name().toString(), dump.name() + ".record");
    }
  }

  @Test
  void letsOneRunWorkAtATime() {
    try (HeldLock _ = directory.lock("a dump")) {
      assertThatThrownBy(() -> directory.lock("another")).hasMessageContaining("a dump");
    }
  }

  @Test
  void readsNoRecordThatIsCutShort() {
    String text = RecordText.write(Listing.record(5, DumpState.VERIFIED));

    assertThat(RecordText.read(text)).contains(Listing.record(5, DumpState.VERIFIED));
    for (int length = 0; length < text.length() - 2; length++) {
      assertThat(RecordText.read(text.substring(0, length))).isEmpty();
    }
  }

  private StoredDump publish(LocalDateTime time) throws IOException {
    DumpName name = new DumpName(time);
    Files.writeString(directory.part(name), "whole");
    return directory.publish(name, Listing.record(directory.nextSequence(), DumpState.WRITTEN));
  }
}

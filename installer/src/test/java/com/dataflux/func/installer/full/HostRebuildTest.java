package com.dataflux.func.installer.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.RebuildMark;
import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.files.HeldLock;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostRebuildTest {
  private static final String ARCHIVE = "dataflux-func-full-20261121-120000.tar.zst";
  private static final String OTHER = "dataflux-func-full-20261122-120000.tar.zst";

  @TempDir private Path place;
  private final RecordingDisplay display = new RecordingDisplay();
  private InstallDir fresh;
  private Path lock;
  private InstallRecord record;
  private Runnable installing = () -> {};

  @BeforeEach
  void archive() throws IOException {
    InstallDir lost = new InstallDir(place.resolve("lost"));
    fresh = new InstallDir(place.resolve("fresh"));
    lock = place.resolve("lock");
    record = new InstallRecord(place.resolve("record"));
    Files.createDirectories(lost.data());
    Files.writeString(lost.userConfig(), "MYSQL_HOST: elsewhere\n");
    Files.writeString(lost.stackFile(), "services: {}\n");
    Path dump = lost.root().resolve("dataflux-func-sqldump-20261121-120000.sql");
    Files.writeString(dump, "-- Dump completed\n");
    archives().write(lost, dump, place.resolve(ARCHIVE));
    archives().write(lost, dump, place.resolve(OTHER));
  }

  @Test
  void holdsTheLockFromTheFirstChangeToTheLast() {
    installing =
        () -> {
          ProblemException e =
              catchThrowableOfType(
                  ProblemException.class, () -> HeldLock.take(lock, "another").close());
          assertThat(e.problem().kind()).isEqualTo(ProblemKind.LOCKED);
          assertThat(fresh.userConfig()).exists();
        };

    rebuild(ARCHIVE);

    assertThat(RebuildMark.in(fresh)).isEmpty();
    HeldLock.take(lock, "another").close();
  }

  @Test
  void changesNothingWhileAnotherCommandDoes() {
    try (HeldLock _ = HeldLock.take(lock, "install")) {
      assertThat(refusal(ARCHIVE).kind()).isEqualTo(ProblemKind.LOCKED);
    }
    assertThat(fresh.root()).doesNotExist();
  }

  @Test
  void goesOnWithTheArchiveThatItBeganWith() throws IOException {
    breakOffAfterTheInstall();
    Files.delete(place.resolve(ARCHIVE));

    rebuild(ARCHIVE);

    assertThat(RebuildMark.in(fresh)).isEmpty();
    assertThat(display.events().getLast()).startsWith("answer: The host is rebuilt.");
  }

  @Test
  void unpacksNoOtherArchiveOverTheInstallOfARebuildThatNeverEnded() throws IOException {
    breakOffAfterTheInstall();
    Files.writeString(fresh.userConfig(), "in use");

    assertThat(refusal(OTHER).what()).contains(ARCHIVE, "has not come to its end");
    assertThat(fresh.userConfig()).hasContent("in use");
  }

  @Test
  void isRefusedOnceAnotherInstallHasGivenItUp() throws IOException {
    breakOffAfterTheInstall();
    Files.writeString(fresh.userConfig(), "in use");

    Problem told = RebuildMark.in(fresh).orElseThrow().giveUp(fresh);

    assertThat(told.next()).contains("dataflux-func backup restore", "20261121-120000.sql");
    assertThat(refusal(ARCHIVE).what()).contains("already has an install");
    assertThat(fresh.userConfig()).hasContent("in use");
  }

  private void breakOffAfterTheInstall() {
    installing =
        () -> {
          record.write(fresh);
          throw ProblemKind.INTERRUPTED.exception("interrupted", "", "Run it again.");
        };
    assertThat(refusal(ARCHIVE).kind()).isEqualTo(ProblemKind.INTERRUPTED);
    installing = () -> {};
  }

  private Problem refusal(String archive) {
    return catchThrowableOfType(ProblemException.class, () -> rebuild(archive)).problem();
  }

  private void rebuild(String archive) {
    new HostRebuild(
            display,
            archives(),
            record,
            purpose -> HeldLock.take(lock, purpose),
            (_, _) -> installing.run())
        .run(place.resolve("bundle"), place.resolve(archive), fresh);
  }

  private static FullArchive archives() {
    return new FullArchive(Packing.of(Compression.ZSTD, Secret.of("")));
  }
}

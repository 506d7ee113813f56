package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.backup.database.Database;
import com.dataflux.func.backup.database.ServerAddress;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedRestoreTest {
  private static final Database DATABASE = database("dataflux");

  @TempDir Path path;
  private DumpDirectory dumps;
  private StoredDump dump;
  private Path before;

  @BeforeEach
  void begin() throws IOException {
    dumps = new DumpDirectory(path);
    dump = DumpDirectory.find(Files.writeString(path.resolve("a.sql"), "SELECT 1;"));
    before = Files.writeString(path.resolve("before.sql"), "SELECT 2;");
    UnfinishedRestore.begin(dump, request(dump), Optional.of(before)).afterEmptying().write(dumps);
  }

  @Test
  void isGoneOnWithWhereTheDumpIsTheSame() {
    assertThat(left(dump).orElseThrow().emptied()).isTrue();
    assertThat(left(dump).orElseThrow().before()).contains(before);
  }

  @Test
  void isNotGoneOnWithFromWhatTheWayBackLeft() {
    left(dump).orElseThrow().goingBack().write(dumps);

    assertThat(left(dump).orElseThrow().emptied()).isFalse();
    assertThat(left(dump).orElseThrow().before()).contains(before);
  }

  @Test
  void leavesItsWayBackToTheRestoreOfAnotherDump() throws IOException {
    StoredDump other = DumpDirectory.find(Files.writeString(path.resolve("b.sql"), "SELECT 3;"));

    assertThat(left(other)).isEmpty();
    assertThat(UnfinishedRestore.wayBack(dumps, DATABASE)).contains(before);
  }

  @Test
  void leavesNoWayBackToAnotherDatabaseNorWhereTheDumpOfItIsGone() throws IOException {
    assertThat(UnfinishedRestore.wayBack(dumps, database("other"))).isEmpty();

    Files.delete(before);

    assertThat(UnfinishedRestore.wayBack(dumps, DATABASE)).isEmpty();
  }

  private Optional<UnfinishedRestore> left(StoredDump wanted) {
    return UnfinishedRestore.of(dumps, wanted, request(wanted));
  }

  private static Restore.Request request(StoredDump dump) {
    return Restore.Request.inPlace(dump.file(), DATABASE);
  }

  private static Database database(String name) {
    return new Database(new ServerAddress.Tcp("mysql", 3306), "root", Secret.of(""), name);
  }
}

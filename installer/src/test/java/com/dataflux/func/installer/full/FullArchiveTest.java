package com.dataflux.func.installer.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.InstallDir;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullArchiveTest {
  private static final String NAME = "dataflux-func-full-20261121-120000.tar.zst";

  @TempDir private Path place;
  private InstallDir lost;
  private InstallDir fresh;
  private Path dump;

  @BeforeEach
  void fill() throws IOException {
    lost = new InstallDir(place.resolve("lost"));
    fresh = new InstallDir(place.resolve("fresh"));
    Path resources = Files.createDirectories(lost.data().resolve("resources/uploads/图"));
    Files.writeString(resources.resolve("a file.txt"), "content");
    Files.createSymbolicLink(resources.resolve("link"), Path.of("a file.txt"));
    Files.writeString(lost.userConfig(), "SECRET: x\n");
    Files.setPosixFilePermissions(lost.userConfig(), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(lost.stackFile(), "services: {}\n");
    Files.createDirectories(lost.root().resolve("mysql"));
    Files.writeString(lost.root().resolve("mysql/ibdata1"), "not this");
    dump = lost.root().resolve("dataflux-func-sqldump-20261121-120000.sql");
    Files.writeString(dump, "-- Dump completed\n");
  }

  @Test
  void givesBackFilesLinksAndModesAndLeavesTheServersFilesOut() throws IOException {
    FullArchive archives = archives("");
    archives.write(lost, dump, place.resolve(NAME));

    Path unpacked = archives.unpack(place.resolve(NAME), fresh);

    assertThat(unpacked).hasSameTextualContentAs(dump);
    assertThat(fresh.userConfig()).hasSameTextualContentAs(lost.userConfig());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.userConfig())))
        .isEqualTo("rw-------");
    Path uploads = fresh.data().resolve("resources/uploads/图");
    assertThat(uploads.resolve("a file.txt")).hasContent("content");
    assertThat(uploads.resolve("link")).isSymbolicLink();
    assertThat(fresh.root().resolve("mysql")).doesNotExist();
  }

  @Test
  void isReadWithItsPasswordOnly() {
    Path archive = place.resolve(NAME + ".gpg");
    archives("right").write(lost, dump, archive);

    assertThatThrownBy(() -> archives("wrong").unpack(archive, fresh))
        .isInstanceOf(ProblemException.class);
    assertThat(archives("right").unpack(archive, fresh)).exists();
  }

  @Test
  void refusesAnArchiveThatIsCutShort() throws IOException {
    Path archive = place.resolve(NAME);
    archives("").write(lost, dump, archive);
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length - 4));

    assertThatThrownBy(() -> archives("").check(archive, fresh))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not a whole archive");
    assertThat(fresh.root()).doesNotExist();
  }

  @Test
  void putsNothingOutsideOfItsDirectory() throws IOException {
    for (String name : new String[] {"../escaped", "data/resources/../../../escaped", "etc/cron"}) {
      byte[] tar = tarWith(name);

      assertThatThrownBy(
              () ->
                  new ArchiveReader(place.resolve("root"), false)
                      .unpack(
                          new ByteArrayInputStream(tar),
                          known -> known.startsWith("data/resources/")))
          .as(name)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("which no full archive does");
    }
    assertThat(place.resolve("escaped")).doesNotExist();
  }

  private byte[] tarWith(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArchiveWriter writer = new ArchiveWriter(bytes)) {
      writer.add(name, dump);
    }
    return bytes.toByteArray();
  }

  private static FullArchive archives(String password) {
    return new FullArchive(Packing.of(Compression.ZSTD, Secret.of(password)));
  }
}

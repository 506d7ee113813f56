package com.dataflux.func.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class OptionFileTest {
  private static final Database DATABASE =
      new Database(new ServerAddress.Tcp("db.example", 3306), "dff", Secret.of("a\"b\\c #d'"), "d");

  @Test
  void quotesWhateverAPasswordHolds() {
    assertThat(OptionFile.text(DATABASE))
        .isEqualTo(
            """
            [client]
            protocol=tcp
            host="db.example"
            port=3306
            user="dff"
            password="a\\"b\\\\c #d'"
            """);
  }

  @Test
  void asksForNoEncryptionWhereNobodyCanListen() {
    Database near = new Database(new ServerAddress.Tcp("mysql", 3306), "dff", Secret.of("x"), "d");

    assertThat(OptionFile.text(near)).contains("loose-ssl-mode=DISABLED\n");
    assertThat(OptionFile.text(DATABASE)).doesNotContain("ssl-mode");
  }

  @Test
  void isPrivateWhileItIsUsedAndGoneAfterwards() throws IOException {
    Path file;
    try (OptionFile options = OptionFile.of(DATABASE)) {
      file = Path.of(options.argument().substring("--defaults-file=".length()));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(file).doesNotExist();
  }
}

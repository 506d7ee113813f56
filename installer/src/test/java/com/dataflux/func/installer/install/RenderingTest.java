package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.StackSecrets;
import com.dataflux.func.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderingTest {
  @TempDir private Path place;
  private final StackSecrets secrets = StackSecrets.generate();
  private InstallDir dir;

  @BeforeEach
  void install() throws IOException {
    dir = new InstallDir(place);
    Files.createDirectories(dir.data());
    new SecretsFile(dir).write(secrets);
    Files.writeString(
        dir.userConfig(),
        new Templates()
            .userConfig(secrets, Databases.builtInMysql(secrets), Databases.builtInRedis(secrets)));
  }

  @Test
  void takesSecretsThatAreEqualForEqual() throws IOException {
    String password = secrets.mysqlPassword().reveal();
    edit(dir.userConfig(), "MYSQL_PASSWORD: .*", "MYSQL_PASSWORD: '" + password + "'  # Mine.");

    assertThat(difference(Rendering.Subject.CONFIG)).isEmpty();
  }

  @Test
  void showsThatASecretDiffersAndNotWhatItIs() throws IOException {
    edit(dir.userConfig(), "MYSQL_PASSWORD: .*", "MYSQL_PASSWORD: of-their-own");

    assertThat(difference(Rendering.Subject.CONFIG))
        .contains("-MYSQL_PASSWORD: ********", "+MYSQL_PASSWORD: ********")
        .noneMatch(line -> line.contains("of-their-own"))
        .noneMatch(line -> line.contains(secrets.mysqlPassword().reveal()));
  }

  @Test
  void hidesSecretsOfEveryForm() throws IOException {
    Files.writeString(
        dir.userConfig(),
        """
        # MYSQL_PASSWORD: hidden-1
        CUSTOM_TOKEN: hidden-2
        CUSTOM_PASSWORD: |
          hidden-3
        WEB_BASE_URL: http://user:hidden-4@example.com
        CUSTOM_PLACE: "here"
        """);

    assertThat(difference(Rendering.Subject.CONFIG))
        .contains(
            "+# MYSQL_PASSWORD: ********",
            "+CUSTOM_TOKEN: ********",
            "+  ********",
            "+WEB_BASE_URL: http://user:********@example.com",
            "+CUSTOM_PLACE: \"here\"")
        .noneMatch(line -> line.contains("hidden-"));
  }

  @Test
  void hidesSecretsOfTheStackFile() throws IOException {
    Files.writeString(
        dir.stackFile(),
        """
        services:
          mysql:
            command: --init-file=/a --some-password=hidden-1 --default-authentication-plugin=shown
            environment:
              MYSQL_ROOT_PASSWORD: "hidden-2"
              MYSQL_DATABASE: "shown"
          redis:
            command: ["redis-server", "--requirepass", "hidden-3"]
            environment: {REDISCLI_AUTH: hidden-4, TZ: shown}
          server:
            environment:
              - API_TOKEN=hidden-5
              - "OTHER_SECRET=hidden-6"
        """);

    List<String> difference = difference(Rendering.Subject.STACK);

    assertThat(difference).noneMatch(line -> line.contains("hidden-"));
    assertThat(difference)
        .contains(
            "+    command: --init-file=/a --some-password=********"
                + " --default-authentication-plugin=shown",
            "+      MYSQL_DATABASE: \"shown\"",
            "+    environment: {REDISCLI_AUTH: ********, TZ: shown}",
            "+      - API_TOKEN=********");
  }

  private List<String> difference(Rendering.Subject subject) {
    return new Rendering().difference(subject, Optional.of(dir), Choices.NONE);
  }

  private static void edit(Path file, String line, String by) throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst(line, by));
  }
}

package com.dataflux.func.runtime.server.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.config.SettingsReader;
import com.dataflux.func.runtime.server.auth.Users;
import com.dataflux.func.runtime.server.http.Body;
import com.dataflux.func.runtime.server.http.BodyRoom;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Identity;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.server.http.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupRoutesTest {
  private static final String BUILT_IN =
      "MYSQL_HOST: 127.0.0.1\nMYSQL_PORT: 1\nREDIS_HOST: redis\n";

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"'mysql': {'host': 'db.example'}", "'redis': {'host': 'redis.example'}"})
  void changesNoConnectionThatIsConfigured(String connection) throws IOException {
    assertThatThrownBy(() -> run(connection)).hasMessageContaining("is configured already");
    assertThat(Files.readString(data().configuration())).isEqualTo(BUILT_IN);
  }

  @Test
  void takesTheConfiguredConnectionAgain() {
    assertThatThrownBy(() -> run("'mysql': {'host': '127.0.0.1', 'port': 1}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("MySQL at 127.0.0.1:1");
  }

  private DataDirectory data() {
    return new DataDirectory(directory);
  }

  private void run(String connection) throws Exception {
    Files.writeString(data().configuration(), BUILT_IN);
    Files.writeString(data().setupCode(), "c");
    Settings settings = SettingsReader.read(data(), Map.of());
    Route route =
        new SetupRoutes(data(), new Awaiting(settings))
            .routes().stream().filter(one -> one.path().endsWith("/run")).findFirst().orElseThrow();
    byte[] bytes =
        "{'setup': {'code': 'c', 'adminPassword': 'long enough', %s}}"
            .formatted(connection)
            .replace('\'', '"')
            .getBytes(UTF_8);
    route
        .handler()
        .handle(
            new Call(
                new Trace("TRACE-1", Instant.EPOCH),
                "POST",
                route.path(),
                Map.of(),
                Map.of(),
                name -> Optional.empty(),
                "127.0.0.1",
                Identity.NOBODY,
                new Body(
                    () -> new ByteArrayInputStream(bytes),
                    bytes.length,
                    1 << 20,
                    1 << 20,
                    BodyRoom.ofHeap().share())));
  }

  /// A server whose databases do not answer yet.
  private record Awaiting(Settings settings) implements SetupRoutes.Place {
    @Override
    public boolean isReady() {
      return false;
    }

    @Override
    public void becomeReady() {
      throw Refusal.awaitingDatabases();
    }

    @Override
    public Users users() {
      throw Refusal.awaitingDatabases();
    }
  }
}

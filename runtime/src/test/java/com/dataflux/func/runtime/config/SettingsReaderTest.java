package com.dataflux.func.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void takesTheFileOverDefaultsAndTheEnvironmentOverTheFile() throws IOException {
    Settings settings =
        read("MYSQL_PORT: 3307\nREDIS_PORT: 6380\n", Map.of("DFF_REDIS_PORT", "6381"));
    assertThat(settings.mysql().port()).isEqualTo(3307);
    assertThat(settings.redis().port()).isEqualTo(6381);
    assertThat(settings.redis().database()).isEqualTo(5);
    assertThat(settings.worker().queueLimit()).isEqualTo(10_000);
  }

  @Test
  void namesTheNearestKeyOfAMistypedOne() {
    assertThatThrownBy(() -> read("MYSQL_PROT: 1\n", Map.of()))
        .hasMessageContaining("MYSQL_PROT")
        .hasMessageContaining("MYSQL_PORT");
  }

  @Test
  void namesTheKeyOfAValueOfTheWrongType() {
    assertThatThrownBy(() -> read("MYSQL_PORT: seventy\n", Map.of()))
        .hasMessageContaining("MYSQL_PORT: seventy is not a whole number");
  }

  @Test
  void letsScriptsHaveKeysOfTheirOwn() throws IOException {
    assertThat(read("CUSTOM_REGION: north\n", Map.of()).custom())
        .containsEntry("CUSTOM_REGION", "north");
  }

  @Test
  void givesLoneSystemAndDebugWorkersTwoProcesses() throws IOException {
    WorkerSettings worker = read("", Map.of()).worker();
    assertThat(worker.concurrencyFor(List.of(0))).isEqualTo(2);
    assertThat(worker.concurrencyFor(List.of(8, 9))).isEqualTo(5);
  }

  @Test
  void keepsCommentsWhenSetupChangesKeys() throws IOException {
    DataDirectory data = new DataDirectory(directory);
    Files.writeString(data.configuration(), "# mine\nMYSQL_HOST: ''\n");
    Map<Setting, Object> changes = new EnumMap<>(Setting.class);
    changes.put(Setting.MYSQL_HOST, "db");
    changes.put(Setting.MYSQL_PASSWORD, "it's @:/%#");
    SettingsFile.change(data, changes);
    assertThat(Files.readString(data.configuration())).startsWith("# mine\nMYSQL_HOST: 'db'\n");
    assertThat(SettingsReader.read(data, Map.of()).mysql().password().reveal())
        .isEqualTo("it's @:/%#");
  }

  private Settings read(String file, Map<String, String> environment) throws IOException {
    DataDirectory data = new DataDirectory(directory);
    Files.writeString(data.configuration(), file);
    return SettingsReader.read(data, environment);
  }
}

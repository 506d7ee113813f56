package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserConfigTest {
  private static final Path FILE = Path.of("user-config.yaml");

  @Test
  void setsAKeyInItsPlaceAndKeepsComments() {
    String text = "# mine\nMYSQL_HOST: mysql\n# LOG_LEVEL: INFO\nREDIS_HOST: redis\n";

    assertThat(UserConfig.with(FILE, text, Map.of("MYSQL_HOST", "10.0.0.5")))
        .isEqualTo("# mine\nMYSQL_HOST: \"10.0.0.5\"\n# LOG_LEVEL: INFO\nREDIS_HOST: redis\n");
  }

  @Test
  void addsAKeyThatIsMissing() {
    assertThat(UserConfig.with(FILE, "A: 1\n", Map.of("CUSTOM_X", "y: \"z\"")))
        .isEqualTo("A: 1\nCUSTOM_X: \"y: \\\"z\\\"\"\n");
  }

  @Test
  void changesNothingWhereTheValuesAreThere() {
    String text = "PORT: 3306 # as always\nOTHER: 'x'";

    assertThat(UserConfig.with(FILE, text, Map.of("PORT", 3306, "OTHER", "x"))).isEqualTo(text);
  }

  @Test
  void refusesAFileThatIsNotAMapping() {
    assertThatThrownBy(() -> UserConfig.with(FILE, "- a\n", Map.of("A", 1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("user-config.yaml is not valid");
  }

  @Test
  void readsExtraConfigurationWithItsType() {
    assertThat(ExtraConfig.parse("LOG_LEVEL: INFO"))
        .isEqualTo(new ExtraConfig("LOG_LEVEL", "INFO"));
    assertThat(ExtraConfig.parse("CUSTOM_TEAM: night").value()).isEqualTo("night");
    assertThat(ExtraConfig.parse("_WORKER_CONCURRENCY: 20").value()).isEqualTo(20);
    assertThatThrownBy(() -> ExtraConfig.parse("LOG_LEVEL=INFO"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> ExtraConfig.parse("A: [1]")).isInstanceOf(ProblemException.class);
  }
}

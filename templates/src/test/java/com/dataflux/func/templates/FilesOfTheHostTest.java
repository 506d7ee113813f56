package com.dataflux.func.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.secret.Secret;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class FilesOfTheHostTest {
  private static final Path ENGINE = Path.of("/opt/engine");

  private final Templates templates = new Templates();

  @Test
  void rendersTheConfigurationWithPasswordsOfAnyLetters() {
    DatabaseConnection mysql =
        new DatabaseConnection("db", new Port(3307), "app", Secret.of("a$b\"c'd: #\\"), "func");
    DatabaseConnection redis = new DatabaseConnection("", new Port(6379), "", Secret.of(""), "5");

    Map<String, Object> config =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(templates.userConfig(Samples.SECRETS, mysql, redis));

    assertThat(config)
        .containsEntry("MYSQL_HOST", "db")
        .containsEntry("MYSQL_PORT", 3307)
        .containsEntry("MYSQL_PASSWORD", "a$b\"c'd: #\\")
        .containsEntry("REDIS_HOST", "")
        .containsEntry("REDIS_DATABASE", 5)
        .containsEntry("SECRET", "application-secret");
  }

  @Test
  void rendersTheUnitOfTheEngine() {
    Golden.compare("docker.service", templates.dockerService(ENGINE, true));
  }

  @Test
  void rendersTheInitScriptOfTheEngine() {
    Golden.compare("docker.init", templates.dockerInitScript(ENGINE, true));
  }

  @Test
  void leavesOverlayNetworksOpenForOtherNodes() {
    assertThat(templates.dockerService(ENGINE, false)).doesNotContain("iptables");
    assertThat(templates.dockerInitScript(ENGINE, false)).doesNotContain("iptables", "vxlan");
  }

  @Test
  void rendersTheRotationOfTheLog() {
    Golden.compare("logrotate", templates.logrotate(new InstallDir(Path.of("/opt/数据 func"))));
  }

  @Test
  void refusesToInstallToTheRootOrToARelativePath() {
    assertThatThrownBy(() -> new InstallDir(Path.of("/"))).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new InstallDir(Path.of("here"))).isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThatThrownBy(() -> new Port(70000))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("70000 is not a port");
  }
}

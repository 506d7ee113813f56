package com.dataflux.func.templates;

import com.dataflux.func.platform.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;

/// Options, images and secrets as tests need them.
final class Samples {
  static final Images IMAGES =
      new Images(
          "dataflux-func/mysql:9.7.0-0123456789ab",
          "dataflux-func/redis:8.0.2-0123456789ab",
          "dataflux-func/eclipse-mosquitto:2.0.22-0123456789ab",
          "dataflux-func/dataflux-func:1.0.0-0123456789ab");

  static final StackSecrets SECRETS =
      new StackSecrets(
          Secret.of("application-secret"),
          Secret.of("root-password"),
          "dff_00000001",
          Secret.of("mysql-password"),
          Secret.of("redis-password"),
          "dff_00000002",
          Secret.of("mqtt-password"));

  private Samples() {}

  static StackOptions mini() {
    return options(InstallDir.DEFAULT, true, true, true, false, 8088, PublishMode.HOST);
  }

  static StackOptions chineseDirectoryWithMqttInTheMesh() {
    return options(
        new InstallDir(Path.of("/opt/数据 $func")),
        false,
        true,
        true,
        true,
        18088,
        PublishMode.INGRESS);
  }

  static StackOptions externalDatabases() {
    return options(InstallDir.DEFAULT, false, false, false, false, 8088, PublishMode.HOST);
  }

  static StackOptions options(
      InstallDir dir,
      boolean mini,
      boolean mysql,
      boolean redis,
      boolean mqtt,
      int port,
      PublishMode mode) {
    return new StackOptions(dir, mini, mysql, redis, mqtt, new Port(port), mode, Optional.empty());
  }
}

package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.StackSecrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the secrets of an install are kept between runs, readable for root only.
final class SecretsFile {
  private final Path file;

  SecretsFile(InstallDir dir) {
    this.file = dir.toolkit().resolve("secrets.yaml");
  }

  boolean exists() {
    return !YamlFile.read(file).isEmpty();
  }

  /// The secrets kept; new ones in place of any that is missing.
  StackSecrets readOrGenerate() {
    Map<String, Object> kept = YamlFile.read(file);
    StackSecrets fresh = StackSecrets.generate();
    return new StackSecrets(
        secret(kept, "application", fresh.application()),
        secret(kept, "mysql-root-password", fresh.mysqlRootPassword()),
        text(kept, "mysql-user", fresh.mysqlUser()),
        secret(kept, "mysql-password", fresh.mysqlPassword()),
        secret(kept, "redis-password", fresh.redisPassword()),
        text(kept, "mqtt-user", fresh.mqttUser()),
        secret(kept, "mqtt-password", fresh.mqttPassword()));
  }

  void write(StackSecrets secrets) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("application", secrets.application().reveal());
    kept.put("mysql-root-password", secrets.mysqlRootPassword().reveal());
    kept.put("mysql-user", secrets.mysqlUser());
    kept.put("mysql-password", secrets.mysqlPassword().reveal());
    kept.put("redis-password", secrets.redisPassword().reveal());
    kept.put("mqtt-user", secrets.mqttUser());
    kept.put("mqtt-password", secrets.mqttPassword().reveal());
    AtomicFile.write(
        file,
        YamlFile.write("Made at the install. The databases remember them: do not change.", kept),
        AtomicFile.PRIVATE);
  }

  private static Secret secret(Map<String, Object> kept, String key, Secret fresh) {
    return Secret.of(text(kept, key, fresh.reveal()));
  }

  private static String text(Map<String, Object> kept, String key, String fresh) {
    Object value = kept.get(key);
    return value == null ? fresh : value.toString();
  }
}

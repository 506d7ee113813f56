package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.DatabaseConnection;
import com.dataflux.func.templates.StackSecrets;
import com.dataflux.func.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the secrets, once, and the application's configuration; later runs change only the keys
/// that the command line gives.
final class WriteConfiguration implements Step {
  private final Templates templates;

  WriteConfiguration(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String title() {
    return "Write configuration";
  }

  @Override
  public String intent(InstallPlan plan) {
    return Files.exists(plan.dir().userConfig())
        ? "keep %s, set %d keys".formatted(plan.dir().userConfig(), givenKeys(plan).size())
        : "make secrets and " + plan.dir().userConfig();
  }

  @Override
  public StepResult run(InstallPlan plan, Activity activity) {
    Path file = plan.dir().userConfig();
    SecretsFile secretsFile = new SecretsFile(plan.dir());
    StackSecrets secrets = secretsFile.readOrGenerate();
    if (!secretsFile.exists()) {
      secretsFile.write(secrets);
    }
    try {
      boolean fresh = !Files.exists(file);
      if (fresh) {
        write(plan.dir().setupCode(), Secret.generate().reveal().substring(0, 32) + "\n");
      }
      String before = fresh ? first(plan, secrets) : Files.readString(file);
      Path example = plan.dir().configExample();
      String rendered = rendered(secrets);
      String base = Files.exists(example) ? Files.readString(example) : rendered;
      String merged = ConfigMerge.merge(file, base, before, rendered);
      String after = UserConfig.with(file, merged, keys(plan, secrets));
      boolean changed = fresh || !after.equals(before);
      if (!changed && Files.exists(example) && base.equals(rendered)) {
        return new StepResult.Skipped("it stands as asked for");
      }
      if (changed && !fresh) {
        AtomicFile.write(restartMark(plan), "", AtomicFile.READABLE);
      }
      if (changed) {
        write(file, after);
      }
      // Last: after a crash in between, the next run merges once more.
      AtomicFile.write(example, rendered, AtomicFile.PRIVATE);
      return new StepResult.Done(file + (fresh ? " made" : " changed"));
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be written", e.toString(), "Look at the disk and the file.")
          .asException(e);
    }
  }

  /// Stands from a change of the configuration until the services have been restarted.
  static Path restartMark(InstallPlan plan) {
    return plan.dir().restartMark();
  }

  private String first(InstallPlan plan, StackSecrets secrets) {
    DatabaseConnection mysql =
        plan.stack().mysql()
            ? Databases.builtInMysql(secrets)
            : Databases.externalMysql(plan.mysql());
    DatabaseConnection redis =
        plan.stack().redis()
            ? Databases.builtInRedis(secrets)
            : Databases.externalRedis(plan.redis());
    return templates.userConfig(secrets, mysql, redis);
  }

  /// The template as it is filled in for every install, wherever its databases are.
  private String rendered(StackSecrets secrets) {
    return templates.userConfig(
        secrets, Databases.builtInMysql(secrets), Databases.builtInRedis(secrets));
  }

  private static Map<String, Object> keys(InstallPlan plan, StackSecrets secrets) {
    Map<String, Object> keys = new LinkedHashMap<>();
    if (plan.stack().mqtt()) {
      keys.put("CUSTOM_MQTT_HOST", "mosquitto");
      keys.put("CUSTOM_MQTT_PORT", 1883);
      keys.put("CUSTOM_MQTT_USER", secrets.mqttUser());
      keys.put("CUSTOM_MQTT_PASSWORD", secrets.mqttPassword().reveal());
    }
    keys.putAll(givenKeys(plan));
    return keys;
  }

  private static Map<String, Object> givenKeys(InstallPlan plan) {
    return keys(plan.mysql(), plan.redis(), plan.extraConfig());
  }

  /// The keys that a command line sets.
  static Map<String, Object> keys(InstallRequest request) {
    return keys(request.mysql(), request.redis(), request.extraConfig());
  }

  private static Map<String, Object> keys(
      GivenConnection mysql, GivenConnection redis, List<ExtraConfig> extraConfig) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.putAll(Databases.keys("MYSQL", mysql));
    keys.putAll(Databases.keys("REDIS", redis));
    extraConfig.forEach(extra -> keys.put(extra.key(), extra.value()));
    return keys;
  }

  /// The application reads the file as its own user; nobody else may.
  private static void write(Path file, String text) throws IOException {
    int owner = Files.exists(file) ? Owners.of(file) : MakeDirectories.APPLICATION_USER;
    AtomicFile.write(file, text, AtomicFile.PRIVATE);
    Owners.giveTo(file, owner);
  }
}

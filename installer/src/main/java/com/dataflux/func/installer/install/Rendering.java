package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.HostPaths;
import com.dataflux.func.installer.stack.InstallRecord;
import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.stack.TextFile;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import com.dataflux.func.templates.PublishMode;
import com.dataflux.func.templates.StackOptions;
import com.dataflux.func.templates.StackSecrets;
import com.dataflux.func.templates.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of an install as texts, for looking at them and for the example in a bundle.
public final class Rendering {
  private static final Secret STARS = Secret.of(SecretText.STARS);

  private final Templates templates = new Templates();

  /// What can be rendered.
  public enum Subject {
    STACK,
    CONFIG,
    DOCKER_SERVICE,
    DOCKER_INIT,
    LOGROTATE
  }

  /// @param given a directory that shall hold the install; where it is empty, this host's own
  ///   install or the default
  public String of(Subject subject, Optional<InstallDir> given, Choices choices) {
    InstallDir dir = given.or(InstallRecord.ofHost()::installDir).orElse(InstallDir.DEFAULT);
    return text(subject, dir, choices, starred(dir));
  }

  private String text(Subject subject, InstallDir dir, Choices choices, StackSecrets secrets) {
    Choices whole = choices.over(new RecordedChoices(dir).read());
    return switch (subject) {
      case STACK -> templates.stack(options(dir, whole, Optional.empty()), images(dir), secrets);
      case CONFIG ->
          templates.userConfig(
              secrets, Databases.builtInMysql(secrets), Databases.builtInRedis(secrets));
      case DOCKER_SERVICE -> templates.dockerService(EngineFiles.DIRECTORY, whole.alone());
      case DOCKER_INIT -> templates.dockerInitScript(EngineFiles.DIRECTORY, whole.alone());
      case LOGROTATE -> templates.logrotate(dir);
    };
  }

  /// How the file on this host differs from what would be rendered, as `diff -u` shows it. Secrets
  /// are compared, and shown as stars on both sides.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `FILE_FAILED` where there is no
  ///   such file
  public List<String> difference(Subject subject, Optional<InstallDir> given, Choices choices) {
    InstallDir dir = given.or(InstallRecord.ofHost()::installDir).orElse(InstallDir.DEFAULT);
    Path file =
        switch (subject) {
          case STACK -> dir.stackFile();
          case CONFIG -> dir.userConfig();
          case DOCKER_SERVICE -> EngineFiles.UNIT;
          case DOCKER_INIT -> EngineFiles.INIT_SCRIPT;
          case LOGROTATE -> HostPaths.ROTATION;
        };
    StackSecrets secrets = new SecretsFile(dir).readOrGenerate();
    return TextDiff.between(
        "as rendered",
        text(subject, dir, choices, secrets),
        file.toString(),
        TextFile.read(file),
        secrets);
  }

  static StackOptions options(InstallDir dir, Choices choices, Optional<String> node) {
    return new StackOptions(
        dir,
        choices.mini().orElse(false),
        !choices.noMysql().orElse(false),
        !choices.noRedis().orElse(false),
        choices.mqtt().orElse(false),
        choices.port().orElse(Port.WEB),
        choices.publishMode().orElse(PublishMode.HOST),
        node);
  }

  /// Stars, with the account names of the install where there is one.
  private static StackSecrets starred(InstallDir dir) {
    SecretsFile kept = new SecretsFile(dir);
    String mysqlUser = kept.exists() ? kept.readOrGenerate().mysqlUser() : "dff";
    String mqttUser = kept.exists() ? kept.readOrGenerate().mqttUser() : "dff";
    return new StackSecrets(STARS, STARS, mysqlUser, STARS, STARS, mqttUser, STARS);
  }

  private static Images images(InstallDir dir) {
    return InstalledVersion.of(dir)
        .map(InstalledVersion::images)
        .orElseGet(
            () ->
                new Images(
                    "dataflux-func/mysql",
                    "dataflux-func/redis",
                    "dataflux-func/eclipse-mosquitto",
                    "dataflux-func/dataflux-func"));
  }
}

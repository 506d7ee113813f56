package com.dataflux.func.installer.install;

import com.dataflux.func.installer.stack.StackFile;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import com.dataflux.func.templates.PublishMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The options of earlier runs, kept in the install directory.
public final class RecordedChoices {
  private final Path file;
  private final Path stackFile;

  public RecordedChoices(InstallDir dir) {
    this.file = dir.toolkit().resolve("options.yaml");
    this.stackFile = dir.stackFile();
  }

  /// What was recorded. A web port that an operator wrote into the stack file counts as given.
  public Choices read() {
    Choices recorded = recorded();
    Port known = recorded.port().orElse(Port.WEB);
    return StackFile.webPort(stackFile)
        .filter(edited -> !edited.equals(known))
        .map(recorded::withPort)
        .orElse(recorded);
  }

  private Choices recorded() {
    Map<String, Object> options = YamlFile.read(file);
    return new Choices(
        flag(options, "mini"),
        flag(options, "no-mysql"),
        flag(options, "no-redis"),
        flag(options, "mqtt"),
        text(options, "port").map(Integer::valueOf).map(Port::new),
        text(options, "publish-mode")
            .map(mode -> PublishMode.valueOf(mode.toUpperCase(Locale.ROOT))),
        text(options, "advertise-addr"));
  }

  public void write(Choices choices) {
    AtomicFile.write(file, text(choices), AtomicFile.PRIVATE);
  }

  boolean says(Choices choices) {
    return recorded().equals(choices);
  }

  private static String text(Choices choices) {
    Map<String, Object> options = new LinkedHashMap<>();
    choices.mini().ifPresent(value -> options.put("mini", value));
    choices.noMysql().ifPresent(value -> options.put("no-mysql", value));
    choices.noRedis().ifPresent(value -> options.put("no-redis", value));
    choices.mqtt().ifPresent(value -> options.put("mqtt", value));
    choices.port().ifPresent(value -> options.put("port", value.number()));
    choices
        .publishMode()
        .ifPresent(value -> options.put("publish-mode", value.name().toLowerCase(Locale.ROOT)));
    choices.advertiseAddress().ifPresent(value -> options.put("advertise-addr", value));
    return YamlFile.write("Options given at the install; they hold for upgrades.", options);
  }

  private static Optional<Boolean> flag(Map<String, Object> options, String key) {
    return text(options, key).map(Boolean::valueOf);
  }

  private static Optional<String> text(Map<String, Object> options, String key) {
    return Optional.ofNullable(options.get(key)).map(Object::toString);
  }
}

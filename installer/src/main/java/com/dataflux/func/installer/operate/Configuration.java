package com.dataflux.func.installer.operate;

import com.dataflux.func.installer.install.Owners;
import com.dataflux.func.installer.install.UserConfig;
import com.dataflux.func.installer.stack.TextFile;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.settings.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `user-config.yaml` of an install: read, checked, changed with its comments kept.
public final class Configuration {
  private final Installed installed;
  private final Path file;

  public Configuration(Installed installed) {
    this.installed = installed;
    this.file = installed.dir().userConfig();
  }

  public Path file() {
    return file;
  }

  public List<ConfigFlaw> flaws() {
    return ConfigFlaw.in(file, text());
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `BAD_CONFIGURATION`, naming each
  ///   flaw
  public void requireValid() {
    List<ConfigFlaw> flaws = flaws();
    if (!flaws.isEmpty()) {
      throw ConfigChange.flawed(file, flaws);
    }
  }

  /// Every key that is set, or that has a default, with its value; secrets as stars unless they are
  /// to be revealed.
  public Map<String, String> values(boolean reveal) {
    Map<String, Object> set = YamlFile.parse(file, text());
    Map<String, String> values = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      if (!set.containsKey(setting.name())) {
        values.put(setting.name(), setting.defaultValue());
      }
    }
    set.forEach(
        (key, value) ->
            values.put(key, reveal ? String.valueOf(value) : ConfigChange.shown(key, set)));
    return values;
  }

  /// What setting keys would change.
  ///
  /// @param given key → value as typed
  public ConfigChange setting(Map<String, String> given) {
    Map<String, Object> typed = new LinkedHashMap<>();
    given.forEach((key, value) -> typed.put(key, typed(key, value)));
    return replacing(UserConfig.with(file, text(), typed));
  }

  /// What another text would change.
  public ConfigChange replacing(String newText) {
    return ConfigChange.between(file, text(), newText, installed.services());
  }

  private static Object typed(String key, String value) {
    Optional<Object> read = Setting.named(key).flatMap(setting -> setting.kind().read(value));
    return read.orElse(value);
  }

  public String text() {
    return TextFile.read(file);
  }

  /// Puts the new text in place, with the owner that the file has.
  public void write(ConfigChange change) {
    try {
      int owner = Owners.of(file);
      AtomicFile.write(file, change.text(), AtomicFile.PRIVATE);
      Owners.giveTo(file, owner);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(file + " could not be written", e.toString(), "Look at the disk and the file.")
          .asException(e);
    }
  }
}

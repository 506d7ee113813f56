package com.dataflux.func.installer.operate;

import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.DumpDirectory;
import com.dataflux.func.backup.store.DumpFormat.Compression;
import com.dataflux.func.installer.stack.YamlFile;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.util.Optional;

/// The dumps of an install, where its configuration puts them.
public final class ConfiguredDumps {
  private final InstallDir dir;

  public ConfiguredDumps(InstallDir dir) {
    this.dir = dir;
  }

  /// The hourly ones; nothing where only containers see them.
  public Optional<DumpDirectory> visible() {
    return dir.onHost(configured()).map(DumpDirectory::new);
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE` where only containers see
  ///   them
  public DumpDirectory hourly() {
    return new DumpDirectory(onHost(configured()));
  }

  private Path configured() {
    return Path.of(setting("DB_AUTO_BACKUP_PATH", "/data/sqldump"));
  }

  /// The host's side of a path that a container names.
  ///
  /// @throws com.dataflux.func.platform.ProblemException of kind `USAGE` where only containers see
  ///   it
  public Path onHost(Path inContainer) {
    return dir.onHost(inContainer)
        .orElseThrow(
            () ->
                ProblemKind.USAGE.exception(
                    "%s is not below /data, so that only containers see it".formatted(inContainer),
                    "DB_AUTO_BACKUP_PATH puts the dumps there",
                    "Set it to a directory below /data, or name the directory with --directory"
                        + " where the command has it."));
  }

  /// What unpacks them.
  public Packing packing() {
    return Packing.of(Compression.NONE, Secret.of(setting("DB_AUTO_BACKUP_PASSWORD", "")));
  }

  private String setting(String key, String otherwise) {
    Object value = YamlFile.read(dir.userConfig()).get(key);
    return value == null ? otherwise : value.toString();
  }
}

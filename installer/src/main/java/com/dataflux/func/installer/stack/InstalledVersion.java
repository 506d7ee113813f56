package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.Images;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which version an install is, kept beside it.
///
/// @param version of the bundle that it came from
/// @param toolkit tells one jar and runtime from another
/// @param images that its stack names; empty references of those that the bundle lacked
public record InstalledVersion(String version, String toolkit, Images images) {
  private static final String FILE = "installed.yaml";

  public static Optional<InstalledVersion> of(InstallDir dir) {
    return in(dir.toolkit());
  }

  /// The version that was kept in a directory.
  public static Optional<InstalledVersion> in(Path directory) {
    Map<String, Object> kept = YamlFile.read(directory.resolve(FILE));
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InstalledVersion(
                text(kept, "version"),
                text(kept, "toolkit"),
                new Images(
                    text(kept, "mysql"),
                    text(kept, "redis"),
                    text(kept, "mosquitto"),
                    text(kept, "application"))));
  }

  public void write(Path directory) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("version", version);
    kept.put("toolkit", toolkit);
    kept.put("mysql", images.mysql());
    kept.put("redis", images.redis());
    kept.put("mosquitto", images.mosquitto());
    kept.put("application", images.application());
    AtomicFile.write(
        directory.resolve(FILE), YamlFile.write("What is installed.", kept), AtomicFile.READABLE);
  }

  /// The references of its images.
  public List<String> references() {
    return Stream.of(images.mysql(), images.redis(), images.mosquitto(), images.application())
        .filter(reference -> !reference.isEmpty())
        .toList();
  }

  private static String text(Map<String, Object> kept, String key) {
    return String.valueOf(kept.getOrDefault(key, ""));
  }
}

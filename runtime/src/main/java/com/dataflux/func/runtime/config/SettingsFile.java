package com.dataflux.func.runtime.config;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Changes keys of `user-config.yaml` line by line, so that an operator's comments and order stay.
public final class SettingsFile {
  private SettingsFile() {}

  public static void change(DataDirectory data, Map<Setting, Object> changes) {
    Path file = data.configuration();
    try {
      List<String> lines =
          new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
      changes.forEach(
          (setting, value) -> {
            String line = setting.name() + ": " + scalar(value);
            int at = find(lines, setting.name() + ":");
            if (at < 0) {
              lines.add(line);
            } else {
              lines.set(at, line);
            }
          });
      AtomicFile.write(file, String.join("\n", lines) + "\n", AtomicFile.PRIVATE);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "%s could not be changed".formatted(file), e.toString(), "Look at its permissions.")
          .asException(e);
    }
  }

  private static int find(List<String> lines, String start) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }

  /// Single-quoted, in which YAML knows no escapes but the doubled quote.
  private static String scalar(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : "'" + value.toString().replace("'", "''") + "'";
  }
}

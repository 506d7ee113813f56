package com.dataflux.func.runtime;

import com.dataflux.func.runtime.config.DataDirectory;
import com.dataflux.func.runtime.config.Settings;
import com.dataflux.func.runtime.config.SettingsReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the data directory is, for tests that have it elsewhere.
final class DataOption {
  @Option(names = "--data", hidden = true, defaultValue = "/data")
  private Path root = Path.of("/data");

  DataDirectory directory() {
    return new DataDirectory(root);
  }

  Settings settings() {
    return SettingsReader.read(directory(), System.getenv());
  }
}

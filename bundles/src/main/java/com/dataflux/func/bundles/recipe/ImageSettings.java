package com.dataflux.func.bundles.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a container of the image is started.
public record ImageSettings(
    List<String> entrypoint,
    List<String> command,
    Map<String, String> environment,
    String workingDirectory,
    List<String> ports,
    String stopSignal) {

  /// As the `config` of an OCI image configuration.
  public Map<String, Object> toConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    SortedMap<String, Object> exposed = new TreeMap<>();
    ports.forEach(port -> exposed.put(port, Map.of()));
    if (!exposed.isEmpty()) {
      config.put("ExposedPorts", exposed);
    }
    config.put(
        "Env",
        new TreeMap<>(environment)
            .entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
    config.put("Entrypoint", entrypoint);
    if (!command.isEmpty()) {
      config.put("Cmd", command);
    }
    config.put("WorkingDir", workingDirectory);
    config.put("StopSignal", stopSignal);
    return config;
  }
}

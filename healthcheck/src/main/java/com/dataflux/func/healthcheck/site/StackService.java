package com.dataflux.func.healthcheck.site;

import com.dataflux.func.healthcheck.site.EngineService.PublishedPort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A service as the stack file describes it.
///
/// @param mounts directories of the host that it sees, or volumes, by where it sees them
public record StackService(
    String name,
    String image,
    String command,
    Map<String, String> environment,
    List<PublishedPort> ports,
    Map<String, String> mounts) {

  public StackService {
    environment = Map.copyOf(environment);
    ports = List.copyOf(ports);
    mounts = Collections.unmodifiableMap(new LinkedHashMap<>(mounts));
  }

  static StackService read(String name, Object described) {
    Map<String, Object> service = YamlFile.mapping(described);
    return new StackService(
        name,
        text(service, "image"),
        text(service, "command"),
        environment(service.getOrDefault("environment", Map.of())),
        list(service, "ports").stream().map(StackService::port).toList(),
        mounts(list(service, "volumes")));
  }

  private static String text(Map<String, Object> map, String key) {
    return map.getOrDefault(key, "").toString();
  }

  private static List<Object> list(Map<String, Object> map, String key) {
    return map.get(key) instanceof List<?> items ? new ArrayList<>(items) : List.of();
  }

  private static Map<String, String> environment(Object given) {
    Map<String, String> environment = new LinkedHashMap<>();
    if (given instanceof List<?> items) {
      for (Object item : items) {
        String[] pair = String.valueOf(item).split("=", 2);
        environment.put(pair[0], pair.length > 1 ? unescaped(pair[1]) : "");
      }
    } else {
      YamlFile.mapping(given)
          .forEach((key, value) -> environment.put(key, unescaped(value.toString())));
    }
    return environment;
  }

  /// The engine's tools read `$$` as one `$`.
  private static String unescaped(String value) {
    return value.replace("$$", "$");
  }

  private static PublishedPort port(Object given) {
    if (given instanceof Map<?, ?>) {
      Map<String, Object> port = YamlFile.mapping(given);
      String mode = text(port, "mode");
      return new PublishedPort(
          number(text(port, "published")),
          number(text(port, "target")),
          mode.isEmpty() ? "ingress" : mode);
    }
    String[] parts = String.valueOf(given).split("/", 2)[0].split(":", -1);
    int target = number(parts[parts.length - 1]);
    return new PublishedPort(
        parts.length > 1 ? number(parts[parts.length - 2]) : target, target, "ingress");
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Map<String, String> mounts(List<Object> given) {
    Map<String, String> mounts = new LinkedHashMap<>();
    for (Object each : given) {
      if (each instanceof Map<?, ?>) {
        Map<String, Object> mount = YamlFile.mapping(each);
        mounts.put(text(mount, "target"), text(mount, "source"));
      } else {
        String[] parts = String.valueOf(each).split(":", -1);
        mounts.put(parts[Math.min(1, parts.length - 1)], parts[0]);
      }
    }
    return mounts;
  }
}

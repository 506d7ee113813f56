package com.dataflux.func.healthcheck.site;

import com.dataflux.func.healthcheck.site.EngineService.PublishedPort;
import com.dataflux.func.platform.secret.Secret;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is installed, as the files of the host tell it.
public final class Installation {
  public static final String RECORD = "/etc/dataflux-func";
  public static final String DEFAULT_DIRECTORY = "/usr/local/dataflux-func";
  public static final int DEFAULT_PORT = 8088;

  private static final String ENVIRONMENT_PREFIX = "DFF_";

  private static final Pattern RECORD_LINE =
      Pattern.compile("^INSTALLED_DIR=[\"']?(/.*?)[\"']?\\s*$", Pattern.MULTILINE);

  private final HostFiles files;
  private final Optional<String> inside;
  private final Once<Map<String, StackService>> stack = new Once<>(this::readStack);
  private final Once<Map<String, Object>> configuration = new Once<>(this::readConfiguration);

  public Installation(HostFiles files) {
    this(files, Optional.empty());
  }

  private Installation(HostFiles files, Optional<String> inside) {
    this.files = files;
    this.inside = inside;
  }

  /// As a container of the application sees it: its data, and no stack file.
  static Installation inside(HostFiles files, String data) {
    return new Installation(files, Optional.of(data));
  }

  /// The directory that `/etc/dataflux-func` names; empty where it names none.
  public Optional<String> recorded() {
    Matcher line = RECORD_LINE.matcher(files.text(RECORD).orElse(""));
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  public boolean isInstalled() {
    return inside.isPresent()
        || files.exists(RECORD)
        || files.exists(DEFAULT_DIRECTORY + "/docker-stack.yaml");
  }

  /// @throws Unavailable where nothing is installed
  public String directory() {
    if (!isInstalled()) {
      throw new Unavailable("nothing is installed on this host");
    }
    return inside
        .map(data -> data.replaceFirst("/data$", ""))
        .orElseGet(() -> recorded().orElse(DEFAULT_DIRECTORY));
  }

  public String stackPath() {
    return directory() + "/docker-stack.yaml";
  }

  public String configurationPath() {
    return data() + "/user-config.yaml";
  }

  public String data() {
    return inside.orElseGet(() -> directory() + "/data");
  }

  /// Where the host has a directory that a service sees; under the install's own where the stack
  /// file does not say.
  ///
  /// @throws Unavailable where it is no directory of the host
  public String onHost(String service, String path) {
    StackService described = inside.isPresent() ? null : stack().get(service);
    if (described == null) {
      return directory() + path;
    }
    return described.mounts().entrySet().stream()
        .filter(mount -> (path + "/").startsWith(mount.getKey() + "/"))
        .max(Comparator.comparingInt(mount -> mount.getKey().length()))
        .map(mount -> mount.getValue() + path.substring(mount.getKey().length()))
        .filter(found -> found.startsWith("/"))
        .orElseThrow(
            () ->
                new Unavailable(
                    "%s of the service %s is no directory of the host".formatted(path, service)));
  }

  /// The services of the stack file, in its order.
  ///
  /// @throws MalformedYaml where it does not parse
  public Map<String, StackService> stack() {
    return stack.get();
  }

  /// The keys of `user-config.yaml`.
  ///
  /// @throws MalformedYaml where it does not parse
  public Map<String, Object> configuration() {
    return configuration.get();
  }

  /// A key of the configuration, or what holds where it is not set. The environment of the
  /// application's services goes before the file, as it does for them.
  public String setting(String key, String otherwise) {
    return environment(ENVIRONMENT_PREFIX + key)
        .orElseGet(() -> configuration().getOrDefault(key, otherwise).toString());
  }

  private Optional<String> environment(String variable) {
    if (inside.isPresent()) {
      return Optional.ofNullable(System.getenv(variable));
    }
    if (!files.exists(stackPath())) {
      return Optional.empty();
    }
    return stack().values().stream()
        .flatMap(service -> Optional.ofNullable(service.environment().get(variable)).stream())
        .findFirst();
  }

  /// Whether the stack itself runs a service of this name.
  public boolean runs(String service) {
    return stack().containsKey(service);
  }

  /// One worker takes the place of four.
  public boolean isMini() {
    return runs("worker");
  }

  public int webPort() {
    StackService server = isInstalled() ? stack().get("server") : null;
    return server == null
        ? DEFAULT_PORT
        : server.ports().stream().map(PublishedPort::published).findFirst().orElse(DEFAULT_PORT);
  }

  public Connections connections() {
    StackService broker = stack().get("mosquitto");
    Map<String, String> mqtt = broker == null ? Map.of() : broker.environment();
    return new Connections(
        connection("MYSQL", "mysql", "3306", "dataflux_func"),
        connection("REDIS", "redis", "6379", "5"),
        new Connection(
            broker == null ? setting("CUSTOM_MQTT_HOST", "") : "mosquitto",
            number(setting("CUSTOM_MQTT_PORT", "1883")),
            mqtt.getOrDefault("MQTT_USER", setting("CUSTOM_MQTT_USER", "")),
            Secret.of(mqtt.getOrDefault("MQTT_PASSWORD", setting("CUSTOM_MQTT_PASSWORD", ""))),
            ""));
  }

  /// The databases and the broker that the application uses.
  public record Connections(Connection mysql, Connection redis, Connection mqtt) {
    public List<Connection> given() {
      return List.of(mysql, redis, mqtt).stream().filter(Connection::isGiven).toList();
    }
  }

  /// @param host empty where it is not configured
  /// @param database name of the schema, or number of the Redis database
  public record Connection(String host, int port, String user, Secret password, String database) {
    public boolean isGiven() {
      return !host.isEmpty();
    }

    public String endpoint() {
      return host + ":" + port;
    }
  }

  private Connection connection(String prefix, String host, String port, String database) {
    return new Connection(
        setting(prefix + "_HOST", host),
        number(setting(prefix + "_PORT", port)),
        setting(prefix + "_USER", prefix.equals("MYSQL") ? "dataflux_func" : ""),
        Secret.of(setting(prefix + "_PASSWORD", "")),
        setting(prefix + "_DATABASE", database));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip().replace("_", ""));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private Map<String, StackService> readStack() {
    if (inside.isPresent()) {
      return Map.of();
    }
    String path = stackPath();
    String text =
        files.text(path).orElseThrow(() -> new Unavailable("%s is missing".formatted(path)));
    Map<String, StackService> services = new LinkedHashMap<>();
    YamlFile.mapping(YamlFile.parse(path, text).get("services"))
        .forEach((name, service) -> services.put(name, StackService.read(name, service)));
    return services;
  }

  private Map<String, Object> readConfiguration() {
    String path = configurationPath();
    return YamlFile.parse(
        path, files.text(path).orElseThrow(() -> new Unavailable(path + " is missing")));
  }
}

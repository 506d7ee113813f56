package com.dataflux.func.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which services the options ask for.
final class Services {
  private static final int MYSQL_GRACE_SECONDS = 60;
  private static final int REDIS_GRACE_SECONDS = 30;

  /// Longer than the function that most calls are: 30 s unless it says otherwise.
  private static final int WORKER_GRACE_SECONDS = 35;

  private final StackOptions options;
  private final Images images;
  private final StackSecrets secrets;

  Services(StackOptions options, Images images, StackSecrets secrets) {
    this.options = options;
    this.images = images;
    this.secrets = secrets;
  }

  List<Service> all() {
    List<Service> all = new ArrayList<>();
    if (options.mysql()) {
      all.add(mysql());
    }
    if (options.redis()) {
      all.add(redis());
    }
    if (options.mqtt()) {
      all.add(mosquitto());
    }
    all.add(server());
    all.addAll(options.mini() ? List.of(onlyWorker()) : fourWorkers());
    // A trial of a dump runs a small MySQL server in it.
    all.add(application("beat", "Starts functions on time and backs up", "beat", 640, 20));
    return all;
  }

  private Service mysql() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("MYSQL_ROOT_PASSWORD", secrets.mysqlRootPassword().reveal());
    environment.put("MYSQL_DATABASE", "dataflux_func");
    environment.put("MYSQL_USER", secrets.mysqlUser());
    environment.put("MYSQL_PASSWORD", secrets.mysqlPassword().reveal());
    return new Service(
        "mysql",
        "The built-in database; to use another one, see data/user-config.yaml and comment this out",
        images.mysql(),
        Optional.of(
            "--character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci"
                + " --max-connections=300 --max-allowed-packet=64M"
                + " --innodb-buffer-pool-size=%dM".formatted(options.mini() ? 64 : 256)
                + " --performance-schema=OFF --mysqlx=OFF --skip-log-bin --skip-name-resolve"),
        environment,
        List.of(),
        directory("mysql", "/var/lib/mysql"),
        options.mini() ? 640 : 1024,
        MYSQL_GRACE_SECONDS);
  }

  private Service redis() {
    return new Service(
        "redis",
        "The built-in queue and cache; to use another one, do as with mysql",
        images.redis(),
        Optional.empty(),
        Map.of("REDISCLI_AUTH", secrets.redisPassword().reveal()),
        List.of(),
        directory("redis", "/data"),
        options.mini() ? 256 : 512,
        REDIS_GRACE_SECONDS);
  }

  private Service mosquitto() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("MQTT_USER", secrets.mqttUser());
    environment.put("MQTT_PASSWORD", secrets.mqttPassword().reveal());
    return new Service(
        "mosquitto",
        "The MQTT broker",
        images.mosquitto(),
        Optional.empty(),
        environment,
        List.of(new Publication(Port.MQTT, Port.MQTT.number(), options.publishMode())),
        directory("mosquitto", "/mosquitto/data"),
        128,
        20);
  }

  private Service server() {
    return new Service(
        "server",
        "Pages and HTTP API",
        images.application(),
        Optional.of("server"),
        Map.of(),
        List.of(new Publication(options.port(), Port.WEB.number(), options.publishMode())),
        directory("data", "/data"),
        options.mini() ? 384 : 640,
        20);
  }

  private Service onlyWorker() {
    return worker("worker", "Runs functions of all queues", "0 1 2 3 4 5 6 7 8 9", 640);
  }

  private List<Service> fourWorkers() {
    return List.of(
        worker("worker-0", "Runs the system's own tasks", "0", 384),
        worker("worker-1-6", "Runs functions called and waited for", "1 2 3 4 5 6", 896),
        worker("worker-7", "Runs what the editor executes", "7", 512),
        worker("worker-8-9", "Runs functions on time and in batches", "8 9", 640));
  }

  private Service worker(String name, String about, String queues, int memoryMegabytes) {
    return application(name, about, "worker " + queues, memoryMegabytes, WORKER_GRACE_SECONDS);
  }

  private Service application(
      String name, String about, String command, int memoryMegabytes, int graceSeconds) {
    return new Service(
        name,
        about,
        images.application(),
        Optional.of(command),
        Map.of(),
        List.of(),
        directory("data", "/data"),
        memoryMegabytes,
        graceSeconds);
  }

  private Mount directory(String name, String target) {
    return new Mount(options.installDir().root().resolve(name), target);
  }
}

package com.dataflux.func.healthcheck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Forty secrets planted in every file and environment of an install, and their traces in logs in
/// four encodings.
final class PlantedSecrets {
  private static final int IN_STACK = 20;
  private static final String HARD = "/é\"'<&> +$\\";

  private final List<String> secrets = new ArrayList<>();

  /// Plants them on a host.
  static PlantedSecrets on(FakeHost host) {
    PlantedSecrets planted = new PlantedSecrets();
    for (int i = 0; i < 40; i++) {
      // Every second one with letters that each encoding writes in another way.
      planted.secrets.add(
          "planted-%02d-%08x".formatted(i, 0x5eed_0000L + i * 7919L)
              + (i % 2 == 0 ? "" : HARD + i));
    }
    planted.intoStack(host);
    planted.intoConfiguration(host);
    planted.intoOtherFiles(host);
    host.engine.environment.add("VARIABLE=" + planted.secrets.get(0));
    planted.intoLogs(host);
    return planted;
  }

  List<String> secrets() {
    return List.copyOf(secrets);
  }

  private void intoStack(FakeHost host) {
    StringBuilder environment = new StringBuilder("    environment:\n");
    for (int i = 0; i < IN_STACK; i++) {
      environment.append(
          "      VARIABLE_%d: '%s'\n"
              .formatted(i, secrets.get(i).replace("$", "$$").replace("'", "''")));
    }
    for (String file : List.of("/docker-stack.yaml", "/docker-stack.example.yaml")) {
      host.replace(FakeHost.DIRECTORY + file, "  redis:\n", "  redis:\n" + environment);
    }
  }

  private void intoConfiguration(FakeHost host) {
    StringBuilder keys = new StringBuilder();
    keys.append("MYSQL_PASSWORD: '%s'\n".formatted(quoted(20)));
    keys.append("REDIS_PASSWORD: '%s'\n".formatted(quoted(21)));
    for (int i = 22; i < 34; i++) {
      keys.append("CUSTOM_%d: '%s'\n".formatted(i, quoted(i)));
    }
    for (int i = 34; i < 37; i++) {
      keys.append("# OLD_PASSWORD: '%s'\n".formatted(secrets.get(i)));
    }
    String path = FakeHost.DIRECTORY + "/data/user-config.yaml";
    host.write(path, keys.toString(), "rw-------");
  }

  private String quoted(int number) {
    return secrets.get(number).replace("'", "''");
  }

  private void intoOtherFiles(FakeHost host) {
    host.write(FakeHost.DIRECTORY + "/data/setup-code", secrets.get(37) + "\n", "rw-------");
    String plain = secrets.get(38);
    host.write(
        "/etc/docker/daemon.json",
        "{\"proxies\": {\"http-proxy\": \"http://user:" + plain + "@proxy:3128\"}}\n");
    secrets.set(39, "planted-39-in-a-command");
    host.replace(
        FakeHost.DIRECTORY + "/docker-stack.yaml",
        "command: beat",
        "command: beat --auth-token=" + secrets.get(39));
  }

  private void intoLogs(FakeHost host) {
    StringBuilder log = new StringBuilder();
    for (String secret : secrets) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      log.append("plain: ").append(secret).append('\n');
      log.append("url: ?p=")
          .append(URLEncoder.encode(secret, StandardCharsets.UTF_8))
          .append("&q=1\n");
      log.append("basic: ")
          .append(base64(("user:" + secret).getBytes(StandardCharsets.UTF_8)))
          .append('\n');
      log.append("base64: ").append(base64(bytes)).append('\n');
      log.append("url base64: ")
          .append(
              Base64.getUrlEncoder()
                  .encodeToString(("x" + secret + "y").getBytes(StandardCharsets.UTF_8)))
          .append('\n');
      log.append("json: {\"p\": \"").append(json(secret)).append("\"}\n");
    }
    host.write(FakeHost.DIRECTORY + "/data/logs/dataflux-func.log", log.toString());
    host.engine.containers.forEach(
        container -> host.engine.logs.put(container.id(), log.toString()));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String json(String secret) {
    return secret
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("/", "\\/")
        .replace("é", "\\u00e9");
  }
}

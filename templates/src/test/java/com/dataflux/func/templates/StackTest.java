package com.dataflux.func.templates;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class StackTest {
  /// The keys of a service that the compose format 3.7 knows, the last one of Docker 18.06, as far
  /// as `docker stack deploy` heeds them.
  private static final Set<String> KNOWN_TO_18_06 =
      Set.of(
          "image",
          "command",
          "environment",
          "ports",
          "volumes",
          "healthcheck",
          "stop_grace_period",
          "logging",
          "deploy");

  private final Templates templates = new Templates();

  @Test
  void rendersTheFullStack() {
    Golden.compare("stack-full.yaml", stack(StackOptions.DEFAULT));
  }

  @Test
  void rendersTheMiniStack() {
    Golden.compare("stack-mini.yaml", stack(Samples.mini()));
  }

  @Test
  void rendersTheMeshAndTheBroker() {
    Golden.compare("stack-mqtt-ingress.yaml", stack(Samples.chineseDirectoryWithMqttInTheMesh()));
  }

  @Test
  void rendersWithExternalDatabases() {
    Golden.compare("stack-external.yaml", stack(Samples.externalDatabases()));
  }

  @Test
  void tellsThePublishedPortToTheManualsGrep() {
    StackOptions options =
        Samples.options(InstallDir.DEFAULT, false, true, true, true, 18088, PublishMode.HOST);

    assertThat(stack(options).lines().filter(line -> line.contains("8088")))
        .singleElement()
        .asString()
        .endsWith("- \"18088:8088\"");
  }

  static Stream<StackOptions> combinations() {
    List<StackOptions> all = new ArrayList<>();
    for (int bits = 0; bits < 32; bits++) {
      all.add(
          Samples.options(
              InstallDir.DEFAULT,
              (bits & 1) != 0,
              (bits & 2) != 0,
              (bits & 4) != 0,
              (bits & 8) != 0,
              8088,
              (bits & 16) != 0 ? PublishMode.INGRESS : PublishMode.HOST));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void namesTheServicesOfTheContractInAFormThatOldEnginesRead(StackOptions options) {
    Map<String, Object> stack = parse(stack(options));

    assertThat(stack)
        .containsEntry("version", "3.7")
        .containsOnlyKeys("version", "services", "networks");
    Map<?, ?> services = child(stack, "services");
    assertThat(services.keySet()).isEqualTo(expectedServices(options));
    services
        .values()
        .forEach(
            service ->
                assertThat(((Map<?, ?>) service).keySet())
                    .allSatisfy(key -> assertThat(KNOWN_TO_18_06).contains((String) key)));
  }

  @Test
  void keepsPathsAndPasswordsAsTheyAre() {
    Map<?, ?> stack = parse(stack(Samples.chineseDirectoryWithMqttInTheMesh()));
    Map<?, ?> mysql = child(child(stack, "services"), "mysql");

    assertThat(mysql.get("volumes")).asString().contains("source=/opt/数据 $$func/mysql");
    assertThat(child(mysql, "environment").get("MYSQL_ROOT_PASSWORD")).isEqualTo("root-password");
  }

  private static Set<String> expectedServices(StackOptions options) {
    List<String> names = new ArrayList<>(List.of("server", "beat"));
    names.addAll(
        options.mini()
            ? List.of("worker")
            : List.of("worker-0", "worker-1-6", "worker-7", "worker-8-9"));
    if (options.mysql()) {
      names.add("mysql");
    }
    if (options.redis()) {
      names.add("redis");
    }
    if (options.mqtt()) {
      names.add("mosquitto");
    }
    return Set.copyOf(names);
  }

  private String stack(StackOptions options) {
    return templates.stack(options, Samples.IMAGES, Samples.SECRETS);
  }

  private static Map<?, ?> child(Map<?, ?> parent, String key) {
    return (Map<?, ?>) requireNonNull(parent.get(key), key);
  }

  private static Map<String, Object> parse(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }
}

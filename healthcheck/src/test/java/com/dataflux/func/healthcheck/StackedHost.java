package com.dataflux.func.healthcheck;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.yaml.snakeyaml.Yaml;

/// An air-gapped host with a real engine and a stack of the right shape, whose services only sleep,
/// and with the doctor and a Java to run it.
final class StackedHost implements AutoCloseable {
  static final String INSTALL = "/usr/local/dataflux-func";

  /// A shell and `sleep` are image enough.
  private static final String PREPARE =
      """
      set -e
      until docker version >/dev/null 2>&1; do sleep 1; done
      docker swarm init --advertise-addr ADDRESS >/dev/null
      tar -ch -C / bin/sh bin/sleep lib64/ld-linux-x86-64.so.2 lib/x86_64-linux-gnu/libc.so.6 2>/dev/null |
        docker import - shell >/dev/null
      id=$(docker image inspect -f '{{.Id}}' shell | cut -c8-19)
      docker tag shell dataflux-func/dataflux-func:1.0.0-$id
      docker rmi shell >/dev/null
      mkdir -p @PLACE/data/logs @PLACE/data/resources
      for service in server worker beat; do
        printf '  %s:\\n    image: "dataflux-func/dataflux-func:1.0.0-%s"\\n    command: sleep infinity\\n' $service $id
        printf '    volumes:\\n      - {type: bind, source: "@PLACE/data", target: /data}\\n'
        printf '    stop_grace_period: 1s\\n    deploy: {endpoint_mode: dnsrr, restart_policy: {delay: 1s}}\\n'
        [ $service != server ] ||
          printf '    ports:\\n      - {published: 8088, target: 8088, mode: host}\\n'
      done | (printf 'version: "3.7"\\nservices:\\n'; cat) > @PLACE/docker-stack.yaml
      printf 'SECRET: abcdef\\nMYSQL_HOST: ""\\nREDIS_HOST: ""\\n' > @PLACE/data/user-config.yaml
      chmod 600 @PLACE/docker-stack.yaml @PLACE/data/user-config.yaml
      cp -p @PLACE/docker-stack.yaml @PLACE/docker-stack.example.yaml
      echo INSTALLED_DIR=@PLACE > /etc/dataflux-func
      mkdir -p /etc/logrotate.d
      printf '"@PLACE/data/logs/dataflux-func.log" {\\n  daily\\n}\\n' > /etc/logrotate.d/dataflux-func
      hostname > /etc/hostname
      DEPLOY
      """;

  static final String DEPLOY =
      "docker stack deploy dataflux-func -c %s/docker-stack.yaml --resolve-image never >/dev/null"
          .formatted(INSTALL);

  private final Cable cable = Cable.lay();
  private final AirGappedHost host;

  StackedHost() {
    host =
        AirGappedHost.boot(
            HostPlan.of(HostSystem.DEBIAN_12_WITH_DOCKER)
                .withMedium("/opt/jdk", Path.of(System.getProperty("java.home"))),
            cable);
    bringDoctor();
    run(
        PREPARE
            .replace("DEPLOY", DEPLOY)
            .replace("@PLACE", INSTALL)
            .replace("ADDRESS", host.address()));
  }

  AirGappedHost host() {
    return host;
  }

  String run(String command) {
    return host.run(command);
  }

  /// What the doctor finds, a line each.
  List<String> doctor(String... arguments) {
    Outcome outcome =
        host.outcome(
            "/opt/jdk/bin/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp"
                + " '/opt/doctor/*:/opt/doctor/classes' com.dataflux.func.healthcheck.DoctorMain "
                + String.join(" ", arguments));
    if (!outcome.succeeded()) {
      throw new IllegalStateException(outcome.out() + outcome.err());
    }
    return outcome.out().lines().toList();
  }

  private void bringDoctor() {
    Stream.of(
            Doctor.class,
            DoctorMain.class,
            ProblemKind.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            Yaml.class,
            TarArchiveEntry.class)
        .map(StackedHost::source)
        .distinct()
        .forEach(this::bring);
  }

  private static Path source(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void bring(Path source) {
    Path target = host.root().resolve("opt/doctor");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy =
            Files.isDirectory(source)
                ? target.resolve("classes").resolve(source.relativize(file).toString())
                : target.resolve(file.getFileName().toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    host.close();
    cable.close();
  }
}

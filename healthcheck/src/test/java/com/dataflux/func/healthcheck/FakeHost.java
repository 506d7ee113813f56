package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.Card;
import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.healthcheck.site.HostNetwork;
import com.dataflux.func.healthcheck.site.Inside;
import com.dataflux.func.healthcheck.site.InsideView;
import com.dataflux.func.healthcheck.site.Installation.Connections;
import com.dataflux.func.healthcheck.site.Outlook;
import com.dataflux.func.healthcheck.site.Ports;
import com.dataflux.func.healthcheck.site.Questions;
import com.dataflux.func.healthcheck.site.Reach;
import com.dataflux.func.healthcheck.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A healthy host in memory and under a temporary directory, on which tests make one fault.
final class FakeHost implements HostNetwork, Inside {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final String DIRECTORY = "/usr/local/dataflux-func";
  static final String APPLICATION = "dataflux-func/dataflux-func:1.0.0-aaaaaaaaaaaa";

  final Path root;
  final HostFiles files;
  final FakeCommands commands = new FakeCommands();
  final FakeWeb web = new FakeWeb();
  final FakeEngine engine;
  final FakeDatabases databases = new FakeDatabases();
  final List<Card> cards = new ArrayList<>();
  final List<String> targets = new ArrayList<>();
  Outlook outlook = Outlook.NOTHING;
  Outlook inside;
  Instant now = NOW;

  FakeHost(Path root, Shape shape) {
    this.root = root;
    this.files = new HostFiles(root);
    Map<String, String> services = shape.services();
    engine = new FakeEngine(services);
    cards.add(new Card("lo", true, 65536, List.of("127.0.0.1/8")));
    cards.add(new Card("eth0", true, 1500, List.of("192.168.7.5/24")));
    cards.add(new Card("docker_gwbridge", true, 1500, List.of("172.18.0.1/16")));
    inside = new Outlook(Map.of("127.0.0.11", false), shape.names(), shape.endpoints(), Map.of());
    databases.external = shape == Shape.EXTERNAL;
    databases.broker = shape == Shape.MQTT;
    new HealthyFiles(this).write(shape, services);
  }

  /// The shapes of an install.
  enum Shape {
    FULL,
    MINI,
    EXTERNAL,
    MQTT,
    WITHOUT_SYSTEMD;

    Map<String, String> services() {
      Map<String, String> images = new LinkedHashMap<>();
      if (this != EXTERNAL) {
        images.put("mysql", "dataflux-func/mysql:9.7.0-bbbbbbbbbbbb");
        images.put("redis", "dataflux-func/redis:8.0.2-cccccccccccc");
      }
      if (this == MQTT) {
        images.put("mosquitto", "dataflux-func/eclipse-mosquitto:2.0-dddddddddddd");
      }
      images.put("server", APPLICATION);
      List<String> workers =
          this == MINI
              ? List.of("worker")
              : List.of("worker-0", "worker-1-6", "worker-7", "worker-8-9");
      workers.forEach(worker -> images.put(worker, APPLICATION));
      images.put("beat", APPLICATION);
      return images;
    }

    String host(String service) {
      return this == EXTERNAL ? service + ".example.com" : service;
    }

    Map<String, Boolean> names() {
      return Map.of(host("mysql"), true, host("redis"), true);
    }

    Map<String, Reach> endpoints() {
      return Map.of(host("mysql") + ":3306", Reach.REACHED, host("redis") + ":6379", Reach.REACHED);
    }
  }

  Site site() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Site(new Ports(files, commands, this, web, engine, this, clock), targets);
  }

  @Override
  public List<Card> cards() {
    return List.copyOf(cards);
  }

  @Override
  public Outlook outlook(Questions questions) {
    return outlook;
  }

  @Override
  public InsideView look(Questions questions, Connections connections) {
    engine.containers();
    return databases.view(inside);
  }

  /// Writes a file with the mode of one that anybody may read.
  void write(String path, String text) {
    write(path, text, "rw-r--r--");
  }

  void write(String path, String text, String mode) {
    try {
      Path file = files.at(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(600)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void directory(String path) {
    try {
      Files.createDirectories(files.at(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) {
    try {
      Files.delete(files.at(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void link(String path, String target) {
    try {
      Files.createDirectories(files.at(path).getParent());
      Files.deleteIfExists(files.at(path));
      Files.createSymbolicLink(files.at(path), Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void age(String path, Instant moment) {
    try {
      Files.setLastModifiedTime(files.at(path), FileTime.from(moment));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes the text of a file of the install or of the host.
  void replace(String path, String old, String replacement) {
    String text = files.text(path).orElseThrow();
    if (!text.contains(old)) {
      throw new IllegalArgumentException(path + " does not hold " + old);
    }
    write(path, text.replace(old, replacement), files.mode(path));
  }
}

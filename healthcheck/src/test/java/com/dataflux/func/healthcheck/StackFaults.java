package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.FakeHost.Shape;
import com.dataflux.func.healthcheck.site.EngineTask;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// Faults of the stack, its configuration and its files.
final class StackFaults {
  private static final String STACK = FakeHost.DIRECTORY + "/docker-stack.yaml";
  private static final String CONFIGURATION = FakeHost.DIRECTORY + "/data/user-config.yaml";

  private StackFaults() {}

  static Stream<MadeFault> all() {
    return Stream.of(files(), services(), places()).flatMap(List::stream);
  }

  private static List<MadeFault> files() {
    return List.of(
        MadeFault.of("stack.file.missing", "the stack file deleted", host -> host.delete(STACK)),
        MadeFault.of(
            "stack.file.malformed",
            "the stack file broken",
            host -> host.replace(STACK, "  redis:", "  redis: [")),
        MadeFault.of(
                "stack.file.empty",
                "the stack file emptied",
                host -> host.write(STACK, "version: \"3.7\"\n", "rw-------"))
            .bringing("stack.port", "network."),
        MadeFault.of(
            "stack.configuration.missing",
            "the configuration deleted",
            host -> host.delete(CONFIGURATION)),
        MadeFault.of(
            "stack.configuration.malformed",
            "the configuration broken",
            host -> host.replace(CONFIGURATION, "SECRET: ", "SECRET: [")),
        MadeFault.of(
            "stack.configuration.unknown-key",
            "a key misspelt",
            host -> host.replace(CONFIGURATION, "MYSQL_PASSWORD", "MYSQL_PASWORD")),
        MadeFault.of(
            "stack.configuration.bad-value",
            "a word for a number",
            host -> host.replace(CONFIGURATION, "CUSTOM_KEY: 1", "_WORKER_CONCURRENCY: many")),
        MadeFault.of(
                "stack.applied.image",
                "an image changed in the file",
                host ->
                    host.replace(
                        STACK,
                        "dataflux-func/redis:8.0.2-cccccccccccc",
                        "dataflux-func/redis:8.0.3-cccccccccccc"))
            .bringing("engine.images.missing"),
        MadeFault.of(
                "stack.applied.port",
                "the port changed in the file",
                host -> host.replace(STACK, "published: 8088", "published: 18088"))
            .bringing("application."),
        MadeFault.of(
                "stack.port.unpublished",
                "the port removed from the file",
                host ->
                    host.replace(
                        STACK,
                        "    ports:\n      - {published: 8088, target: 8088, mode: host}\n",
                        ""))
            .bringing("stack.applied.port"),
        MadeFault.of(
                "stack.version.mixed", "one worker of another version", StackFaults::mixVersions)
            .bringing("stack.applied.image", "engine.images.missing"),
        MadeFault.of(
                "stack.image-resolution.asked",
                "images of a far registry",
                host ->
                    host.replace(
                        STACK,
                        "dataflux-func/mysql:",
                        "pubrepo.jiagouyun.com/dataflux-func/mysql:"))
            .bringing("stack.applied.image", "engine.images.missing"));
  }

  private static List<MadeFault> services() {
    return List.of(
        MadeFault.of(
            "stack.services.absent",
            "a service removed",
            host -> host.engine.services.removeIf(service -> service.name().equals("beat"))),
        MadeFault.of(
            "stack.services.zero",
            "a service scaled to 0",
            host -> host.engine.scale("worker-7", 0)),
        MadeFault.of("stack.services.few", "a task rejected", StackFaults::rejectTask),
        MadeFault.of(
            "stack.restarts.loop",
            "a service that ends again and again",
            host -> host.engine.loop("server", 1, "task: non-zero exit (1)", "c1")),
        MadeFault.of(
            "stack.restarts.out-of-memory",
            "a service that is killed",
            host -> host.engine.loop("worker-8-9", 137, "task: non-zero exit (137)", "c1")),
        MadeFault.of(
            "stack.restarts.cannot-start",
            "a service without its directory",
            host -> host.engine.loop("redis", 0, "invalid mount config for type \"bind\"", "")),
        MadeFault.of(
            "stack.health.unhealthy",
            "a server that hangs",
            host -> host.engine.replaceContainer("server", "running", true)),
        MadeFault.of(
            "stack.health.paused",
            "a container paused",
            host -> host.engine.replaceContainer("worker-0", "paused", false)),
        MadeFault.of("stack.beat.twice", "beat twice", host -> host.engine.scale("beat", 2))
            .bringing("stack.services.few"));
  }

  private static List<MadeFault> places() {
    return List.of(
        MadeFault.of(
            "stack.directories.missing",
            "a directory removed",
            host -> host.delete(FakeHost.DIRECTORY + "/redis")),
        MadeFault.of(
            "stack.modes.readable",
            "the configuration readable",
            host ->
                host.write(
                    CONFIGURATION, host.files.text(CONFIGURATION).orElseThrow(), "rw-r--r--")),
        MadeFault.of(
            "stack.logrotate.missing",
            "logrotate's file removed",
            host -> host.delete("/etc/logrotate.d/dataflux-func")),
        MadeFault.of(
                "stack.logrotate.elsewhere",
                "logrotate's file for another place",
                host -> host.write("/etc/logrotate.d/dataflux-func", "/var/log/x.log {\n}\n"))
            .on(Shape.MINI),
        MadeFault.of("stack.log-size.large", "a log of 2 GB", StackFaults::growLog));
  }

  private static void mixVersions(FakeHost host) {
    String text = host.files.text(STACK).orElseThrow();
    int worker = text.indexOf("  worker-7:");
    String changed =
        text.substring(worker).replaceFirst("1\\.0\\.0-aaaaaaaaaaaa", "1.1.0-eeeeeeeeeeee");
    host.write(STACK, text.substring(0, worker) + changed, "rw-------");
  }

  private static void rejectTask(FakeHost host) {
    host.engine.tasks.replaceAll(
        task ->
            task.service().equals("id-redis")
                ? new EngineTask(
                    "id-redis", "rejected", "running", "No such image", 0, "", FakeHost.NOW)
                : task);
  }

  /// Sparse, so that the test's own disk keeps its room.
  private static void growLog(FakeHost host) {
    try (RandomAccessFile log =
        new RandomAccessFile(
            host.files.at(FakeHost.DIRECTORY + "/data/logs/old.log").toFile(), "rw")) {
      log.setLength(2_000_000_000L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.FakeHost.Shape;
import com.dataflux.func.healthcheck.site.Outlook;
import com.dataflux.func.healthcheck.site.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Faults of the network, of the databases and of the broker.
final class NetworkFaults {
  private NetworkFaults() {}

  static Stream<MadeFault> all() {
    return Stream.of(ways(), mysql(), redis(), broker()).flatMap(List::stream);
  }

  private static List<MadeFault> ways() {
    return List.of(
        MadeFault.of(
            "network.name-servers.silent-on-host",
            "DNS broken on the host",
            host ->
                host.outlook =
                    new Outlook(Map.of("192.168.7.1", false), Map.of(), Map.of(), Map.of())),
        MadeFault.of(
            "network.name-servers.silent-in-worker",
            "DNS broken in containers only",
            host ->
                host.outlook =
                    new Outlook(Map.of("192.168.7.1", true), Map.of(), Map.of(), Map.of())),
        MadeFault.of(
                "network.names.nowhere",
                "a database without an address",
                host -> names(host, false))
            .on(Shape.EXTERNAL),
        MadeFault.of(
                "network.names.not-in-worker",
                "a name known on the host only",
                host -> names(host, true))
            .on(Shape.EXTERNAL),
        MadeFault.of(
            "network.endpoints.refused",
            "MySQL stopped",
            host -> end(host, "mysql:3306", Reach.REFUSED)),
        MadeFault.of(
            "network.endpoints.silent",
            "packets to MySQL dropped",
            host -> end(host, "mysql:3306", Reach.SILENT)),
        MadeFault.of(
                "network.endpoints.only-from-host",
                "MySQL cut off from containers",
                NetworkFaults::cutFromContainers)
            .on(Shape.EXTERNAL),
        MadeFault.of(
            "network.gateway.silent",
            "the router off",
            host -> host.replace("/proc/net/arp", "0x2", "0x0")),
        MadeFault.of(
            "network.targets.from-neither",
            "a target that nobody reaches",
            host -> target(host, Reach.SILENT, Reach.SILENT)),
        MadeFault.of(
            "network.targets.only-from-host",
            "a target not for containers",
            host -> target(host, Reach.REACHED, Reach.UNKNOWN_NAME)),
        MadeFault.of(
            "network.targets.only-from-worker",
            "a target not for the host",
            host -> target(host, Reach.REFUSED, Reach.REACHED)));
  }

  private static List<MadeFault> mysql() {
    return List.of(
        mysqlError(1045, "wrong-password", "a wrong password of MySQL"),
        mysqlError(1049, "no-database", "the database missing"),
        mysqlError(2026, "tls", "MySQL 5.7 with TLS 1.0 only"),
        mysqlError(1040, "too-many-connections", "all connections of MySQL taken"),
        mysqlError(1130, "host-not-allowed", "the host not on MySQL's list"),
        mysqlError(2003, "unreachable", "MySQL gone"),
        mysqlError(1290, "refuses", "MySQL with --skip-grant-tables"),
        says(
            "network.mysql-version.too-old",
            "MySQL 5.6",
            host -> host.databases.mysql.put("version", "5.6.51-log")),
        says(
            "network.mysql-characters.character-set",
            "a latin database",
            host -> host.databases.mysql.put("database_character_set", "latin1")),
        says(
            "network.mysql-characters.collation",
            "another collation",
            host -> host.databases.mysql.put("database_collation", "utf8mb4_general_ci")),
        says(
            "network.mysql-characters.short-indexes",
            "large prefixes off",
            host -> host.databases.mysql.put("innodb_large_prefix", "OFF")),
        says("network.mysql-grants.missing", "grants taken away", NetworkFaults::revoke),
        says(
            "network.mysql-grants.missing",
            "grants on databases whose names are longer",
            host -> grant(host, "dataflux\\\\_func_%")),
        says(
            "network.mysql-grants.read-only",
            "a replica of MySQL",
            host -> host.databases.mysql.put("read_only", "ON")),
        says(
            "network.clocks.apart", "MySQL's clock off", host -> host.databases.mysqlAhead = 4000));
  }

  private static List<MadeFault> redis() {
    return List.of(
        redisError("WRONGPASS", "wrong-password", "a wrong password of Redis"),
        redisError("NOAUTH", "password-missing", "Redis wants a password"),
        redisError("LOADING", "loading", "Redis reads its data"),
        redisError("UNREACHABLE", "unreachable", "Redis stopped"),
        redisError("DENIED", "refuses", "Redis in protected mode"),
        redisSays(
            "network.redis-kind.cluster", "Redis in cluster mode", Map.of("cluster_enabled", "1")),
        redisSays("network.redis-kind.too-old", "Redis 3.2", Map.of("redis_version", "3.2.12")),
        redisSays("network.redis-kind.replica", "a replica of Redis", Map.of("role", "slave")),
        redisSays(
            "network.redis-memory.evicts",
            "Redis throwing keys away",
            Map.of("maxmemory", "100000000", "maxmemory-policy", "allkeys-lru")),
        redisSays("network.redis-memory.full", "Redis full", Map.of("maxmemory", "1000000")),
        redisSays(
            "network.redis-persistence.off",
            "Redis without persistence",
            Map.of("aof_enabled", "0")),
        redisSays(
            "network.redis-persistence.failing",
            "Redis on a full disk",
            Map.of("aof_last_write_status", "err")),
        says("network.redis-slow.slow", "slow commands", host -> host.databases.slow = 90));
  }

  private static List<MadeFault> broker() {
    return List.of(
        says(
                "network.mqtt.refused",
                "a wrong password of MQTT",
                host -> host.databases.mqttCode = Optional.of(5))
            .on(Shape.MQTT),
        says(
                "network.mqtt.silent",
                "the broker stopped",
                host -> host.databases.mqttCode = Optional.empty())
            .on(Shape.MQTT));
  }

  private static MadeFault says(String expected, String name, Consumer<FakeHost> make) {
    return MadeFault.of(expected, name, make);
  }

  private static MadeFault mysqlError(int number, String cause, String name) {
    return MadeFault.of("network.mysql." + cause, name, host -> host.databases.mysqlError = number);
  }

  private static MadeFault redisError(String word, String cause, String name) {
    return MadeFault.of("network.redis." + cause, name, host -> host.databases.redisError = word);
  }

  private static MadeFault redisSays(String expected, String name, Map<String, String> info) {
    return MadeFault.of(expected, name, host -> host.databases.redis.putAll(info));
  }

  private static void names(FakeHost host, boolean onHost) {
    Map<String, Boolean> inside = new LinkedHashMap<>(host.inside.names());
    inside.put("mysql.example.com", false);
    host.inside = new Outlook(Map.of(), inside, host.inside.endpoints(), Map.of());
    host.outlook = new Outlook(Map.of(), Map.of("mysql.example.com", onHost), Map.of(), Map.of());
  }

  private static void end(FakeHost host, String endpoint, Reach reach) {
    Map<String, Reach> endpoints = new LinkedHashMap<>(host.inside.endpoints());
    endpoints.put(endpoint, reach);
    host.inside = new Outlook(Map.of(), host.inside.names(), endpoints, Map.of());
  }

  private static void cutFromContainers(FakeHost host) {
    end(host, "mysql.example.com:3306", Reach.SILENT);
    host.outlook =
        new Outlook(Map.of(), Map.of(), Map.of("mysql.example.com:3306", Reach.REACHED), Map.of());
  }

  private static void target(FakeHost host, Reach fromHost, Reach fromWorker) {
    host.targets.add("www.example.com");
    host.outlook = new Outlook(Map.of(), Map.of(), Map.of(), Map.of("www.example.com", fromHost));
    host.inside =
        new Outlook(
            Map.of(),
            host.inside.names(),
            host.inside.endpoints(),
            Map.of("www.example.com", fromWorker));
  }

  static void grant(FakeHost host, String databases) {
    host.databases.grants.clear();
    host.databases.grants.add("GRANT ALL PRIVILEGES ON `%s`.* TO `dff`@`%%`".formatted(databases));
  }

  private static void revoke(FakeHost host) {
    host.databases.grants.clear();
    host.databases.grants.add("GRANT SELECT, INSERT, UPDATE ON `dataflux_func`.* TO `dff`@`%`");
  }
}

package com.dataflux.func.installer.acceptance;

import java.util.List;

/// Faults on the way to databases, and of the databases themselves.
final class NetworkFaults {
  /// The database on the other host, of the version given.
  private static final String[] FAR_MYSQL = {
    "MYSQL_HOST: $OTHER", "MYSQL_PORT: 3306", "MYSQL_USER: root", "MYSQL_PASSWORD: $P"
  };

  private static final String[] FAR_REDIS = {
    "REDIS_HOST: $OTHER", "REDIS_PORT: 6379", "REDIS_PASSWORD: $P"
  };
  private static final String USER = "U=$(sed -n 's/^MYSQL_USER: *\"\\(.*\\)\"/\\1/p' $C); ";

  private NetworkFaults() {}

  static List<RealFault> ofTheWay() {
    return List.of(
        RealFault.of(
            "network.name-servers.silent-on-host",
            "echo nameserver 192.168.77.250 > /etc/resolv.conf",
            ": > /etc/resolv.conf"),
        RealFault.configured("network.names.nowhere", "MYSQL_HOST: nowhere.example"),
        RealFault.configured("network.endpoints.refused", "MYSQL_HOST: $OTHER", "MYSQL_PORT: 9"),
        blocked("network.endpoints.silent", "OUTPUT", "DOCKER-USER").andConfigured(FAR_MYSQL),
        blocked("network.endpoints.only-from-host", "DOCKER-USER").andConfigured(FAR_MYSQL),
        RealFault.of(
            "network.gateway.silent",
            "ip route add default via 192.168.77.200 dev eth0;"
                + " bash -c 'echo x > /dev/udp/192.168.77.200/9'",
            "ip route delete default; ip neighbour flush dev eth0"),
        RealFault.of("network.targets.from-neither", "", "").with("--target 192.168.77.12:9"),
        blocked("network.targets.only-from-worker", "OUTPUT").with("--target 192.168.77.12:3306"),
        RealFault.configured(
            "network.mqtt.silent", "CUSTOM_MQTT_HOST: $OTHER", "CUSTOM_MQTT_PORT: 1883"));
  }

  static List<RealFault> ofMysql() {
    return List.of(
        RealFault.configured("network.mysql.wrong-password", "MYSQL_PASSWORD: wrong"),
        RealFault.configured("network.mysql.no-database", "MYSQL_DATABASE: nothing_here"),
        RealFault.configured("network.mysql.unreachable", "MYSQL_HOST: $OTHER", "MYSQL_PORT: 9"),
        RealFault.of(
            "network.mysql.refuses",
            USER + "sql \"ALTER USER '$U'@'%' ACCOUNT LOCK\"",
            USER + "sql \"ALTER USER '$U'@'%' ACCOUNT UNLOCK\""),
        onFarMysql(
            "network.mysql.too-many-connections",
            "CREATE USER few IDENTIFIED BY '$P' WITH MAX_QUERIES_PER_HOUR 1;"
                + " GRANT ALL ON dataflux_func.* TO few",
            "DROP USER few",
            "MYSQL_USER: few"),
        onFarMysql(
            "network.mysql-characters.character-set",
            "ALTER DATABASE dataflux_func CHARACTER SET latin1",
            "ALTER DATABASE dataflux_func CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"),
        onFarMysql(
            "network.mysql-characters.collation",
            "ALTER DATABASE dataflux_func COLLATE utf8mb4_general_ci",
            "ALTER DATABASE dataflux_func COLLATE utf8mb4_unicode_ci"),
        onFarMysql(
            "network.mysql-characters.short-indexes",
            "SET GLOBAL innodb_large_prefix = OFF",
            "SET GLOBAL innodb_large_prefix = ON"),
        onFarMysql(
            "network.mysql-grants.missing",
            "CREATE USER poor IDENTIFIED BY '$P'; GRANT SELECT, INSERT ON dataflux_func.* TO poor",
            "DROP USER poor",
            "MYSQL_USER: poor"),
        onFarMysql(
            "network.mysql-grants.read-only",
            "SET GLOBAL read_only = ON",
            "SET GLOBAL read_only = OFF"),
        onFarMysql(
            "network.clocks.apart",
            "SET GLOBAL init_connect = 'SET timestamp = 1500000000';"
                + " CREATE USER late IDENTIFIED BY '$P'; GRANT ALL ON dataflux_func.* TO late",
            "SET GLOBAL init_connect = ''; DROP USER late",
            "MYSQL_USER: late"));
  }

  static List<RealFault> ofRedis() {
    return List.of(
        RealFault.configured("network.redis.wrong-password", "REDIS_PASSWORD: wrong"),
        RealFault.configured("network.redis.password-missing", "REDIS_PASSWORD: ''"),
        RealFault.configured("network.redis.unreachable", "REDIS_HOST: $OTHER", "REDIS_PORT: 9"),
        onFarRedis(
            "network.redis.refuses", "ACL SETUSER default -info", "ACL SETUSER default +@all"),
        RealFault.configured(
            "network.redis-kind.cluster",
            "REDIS_HOST: $OTHER",
            "REDIS_PORT: 6380",
            "REDIS_PASSWORD: $P"),
        onFarRedis(
            "network.redis-kind.replica", "REPLICAOF 192.168.77.200 6379", "REPLICAOF NO ONE"),
        onFarRedis(
            "network.redis-memory.evicts",
            "CONFIG SET maxmemory 100mb maxmemory-policy allkeys-lru",
            "CONFIG SET maxmemory 0 maxmemory-policy noeviction"),
        onFarRedis(
            "network.redis-memory.full", "CONFIG SET maxmemory 1000000", "CONFIG SET maxmemory 0"),
        onFarRedis(
            "network.redis-persistence.off",
            "CONFIG SET appendonly no",
            "CONFIG SET appendonly yes"),
        onFarRedis(
            "network.redis-slow.slow",
            "CONFIG SET slowlog-log-slower-than 0; far_redis -r 25 PING;"
                + " far_redis CONFIG SET slowlog-log-slower-than 10000",
            "SLOWLOG RESET"));
  }

  private static RealFault blocked(String expected, String... chains) {
    StringBuilder make = new StringBuilder();
    StringBuilder undo = new StringBuilder();
    for (String chain : chains) {
      String rule = " %s -d $OTHER -p tcp --dport 3306 -j DROP\n".formatted(chain);
      make.append("iptables -w -I").append(rule);
      undo.append("iptables -w -D").append(rule);
    }
    return RealFault.of(expected, make.toString(), undo.toString());
  }

  private static RealFault onFarMysql(
      String expected, String statements, String undo, String... settings) {
    return RealFault.of(
            expected,
            "far_sql \"%s\"".formatted(statements),
            undo.isEmpty() ? "" : "far_sql \"%s\"".formatted(undo))
        .andConfigured(FAR_MYSQL)
        .andConfigured(settings);
  }

  private static RealFault onFarRedis(String expected, String command, String undo) {
    return RealFault.of(expected, "far_redis %s".formatted(command), "far_redis %s".formatted(undo))
        .andConfigured(FAR_REDIS);
  }
}

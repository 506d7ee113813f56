package com.dataflux.func.installer.install;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.DatabaseConnection;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import com.dataflux.func.templates.StackSecrets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the application finds its databases.
public final class Databases {
  private static final Port MYSQL_PORT = new Port(3306);
  private static final Port REDIS_PORT = new Port(6379);
  private static final String SCHEMA = "dataflux_func";
  private static final String REDIS_DATABASE = "5";

  private Databases() {}

  /// The account of the application at the server that comes with the stack.
  public static DatabaseConnection builtInMysql(InstallDir dir) {
    return builtInMysql(new SecretsFile(dir).readOrGenerate());
  }

  static DatabaseConnection builtInMysql(StackSecrets secrets) {
    return new DatabaseConnection(
        "mysql", MYSQL_PORT, secrets.mysqlUser(), secrets.mysqlPassword(), SCHEMA);
  }

  static DatabaseConnection builtInRedis(StackSecrets secrets) {
    return new DatabaseConnection("redis", REDIS_PORT, "", secrets.redisPassword(), REDIS_DATABASE);
  }

  /// An external one as given; without a host, the setup asks for it.
  static DatabaseConnection externalMysql(GivenConnection given) {
    return external(given, MYSQL_PORT, SCHEMA);
  }

  static DatabaseConnection externalRedis(GivenConnection given) {
    return external(given, REDIS_PORT, REDIS_DATABASE);
  }

  private static DatabaseConnection external(GivenConnection given, Port port, String database) {
    return new DatabaseConnection(
        given.host().orElse(""),
        given.port().orElse(port),
        given.user().orElse(""),
        given.password().orElse(Secret.of("")),
        given.database().orElse(database));
  }

  /// The keys of the configuration that a command line sets in an install that exists already.
  static Map<String, Object> keys(String prefix, GivenConnection given) {
    Map<String, Object> keys = new LinkedHashMap<>();
    given.host().ifPresent(value -> keys.put(prefix + "_HOST", value));
    given.port().ifPresent(value -> keys.put(prefix + "_PORT", value.number()));
    given.user().ifPresent(value -> keys.put(prefix + "_USER", value));
    given.password().ifPresent(value -> keys.put(prefix + "_PASSWORD", value.reveal()));
    given
        .database()
        .ifPresent(
            value ->
                keys.put(
                    prefix + "_DATABASE", prefix.equals("REDIS") ? Integer.valueOf(value) : value));
    return keys;
  }
}

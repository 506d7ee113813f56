package com.dataflux.func.installer.acceptance;

import com.dataflux.func.testbed.AirGappedHost;

/// Everything by which one install can be told from another: files, images, services and data. What
/// differs from run to run (times, names of dumps, the journal) is left out.
final class HostState {
  private static final String LOOK =
      """
      cd /usr/local/dataflux-func
      find . -path ./mysql -prune -o -path ./redis -prune -o -path ./data -prune -o -path ./toolkit/runtimes -prune \
        -o -name history.jsonl -o -name journal.jsonl -o -name '*.aot' -o -print | sort
      for file in docker-stack.yaml docker-stack.example.yaml data/user-config.yaml toolkit/*.yaml toolkit/version \
        toolkit/previous/*.yaml toolkit/previous/version toolkit/bin/dataflux-func /etc/dataflux-func /etc/logrotate.d/dataflux-func
      do echo "$file $(stat -c '%a %u' $file) $(sha256sum < $file)"; done
      readlink /usr/local/bin/dataflux-func
      docker images --format '{{.Repository}}:{{.Tag}} {{.ID}}' | sort
      docker service ls --format '{{.Name}} {{.Image}} {{.Replicas}}' | sort
      """;

  private HostState() {}

  static String of(AirGappedHost host) {
    return shape(host) + data(host);
  }

  /// All of that but the data.
  static String shape(AirGappedHost host) {
    return host.run(LOOK);
  }

  /// Data that must be there ever after.
  static void writeData(AirGappedHost host) {
    sql(host, "CREATE TABLE operator_notes (note TEXT); INSERT INTO operator_notes VALUES (42)");
  }

  static String data(AirGappedHost host) {
    return sql(host, "SELECT * FROM operator_notes; SHOW COLUMNS FROM operator_notes");
  }

  private static String sql(AirGappedHost host, String statements) {
    return host.run(
        "docker exec $(docker ps -q -f name=dataflux-func_mysql) sh -c"
            + " 'MYSQL_PWD=$MYSQL_ROOT_PASSWORD"
            + " mysql -uroot -N dataflux_func -e \"%s\"'".formatted(statements));
  }
}

package com.dataflux.func.installer.acceptance;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import com.dataflux.func.testbed.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// An installed host to make faults on, and beside it on the same cable one with other databases
/// and a name server.
final class DoctorHost implements AutoCloseable {
  private static final String ADMINISTRATOR = "a long enough Passw0rd";
  private static final int CLUSTER = 6380;

  /// What the commands of faults are written with.
  private static final String PRELUDE =
      """
      set -e
      I=/usr/local/dataflux-func; S=$I/docker-stack.yaml; C=$I/data/user-config.yaml; D=$I/data/sqldump
      keep() { mkdir -p /tmp/kept; for f; do cp -p "$f" /tmp/kept/; done; }
      back() { for f; do cp -p "/tmp/kept/${f##*/}" "$f"; done; }
      container() { docker ps -q -f name=dataflux-func_$1.; }
      inside() { s=$1; shift; docker exec -i $(container $s) "$@"; }
      sql() { inside mysql sh -c 'MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql -uroot -e "$0"' "$1"; }
      far_sql() { inside mysql env MYSQL_PWD=$P mysql -h $OTHER -uroot -e "$1"; }
      far_redis() { inside redis env REDISCLI_AUTH=$P redis-cli -h $OTHER "$@"; }
      service() { docker service update --detach --no-resolve-image "$@" >/dev/null; }
      deploy() { docker stack deploy dataflux-func -c $S --resolve-image never >/dev/null; }
      listen() { systemd-run -q --unit=listener perl /opt/answer-http.pl "$@"; }
      """;

  private final Cable cable = Cable.lay();
  private final Secret password = Secret.generate();
  private final AirGappedHost others;
  private final MySqlServer mysql;
  private final RedisServer redis;
  private final RedisServer cluster;
  private final AirGappedHost host;
  private final InstalledHost installed;

  DoctorHost() {
    host =
        AirGappedHost.boot(
            HostPlan.of(HostSystem.DEBIAN_12).carrying(BuiltBundle.directory()), cable);
    others = AirGappedHost.boot(HostPlan.of(HostSystem.DEBIAN_12).withoutSystemd(), cable);
    bring(others, "answer-dns.pl");
    others.run("setsid perl /opt/answer-dns.pl %s >/dev/null 2>&1 &".formatted(others.address()));
    mysql = MySqlServer.startAt(others.place(), MySqlVersion.V5_7, password);
    redis = RedisServer.startAt(others.place(), password);
    cluster = RedisServer.startAt(others.place(), CLUSTER, password, "--cluster-enabled", "yes");
    installed =
        InstalledHost.install(
            host,
            "/usr/local/dataflux-func",
            8088,
            InstalledHost.EIGHT,
            "--auto-setup",
            "--auto-setup-admin-password '%s'".formatted(ADMINISTRATOR),
            "--yes");
    List.of("answer-http.pl", "calls.py", "sys-report.py", "ufw.sh", "firewall-cmd.sh")
        .forEach(name -> bring(host, name));
  }

  AirGappedHost host() {
    return host;
  }

  InstalledHost installed() {
    return installed;
  }

  /// Runs shell commands, with the names and functions of the prelude.
  String run(String commands) {
    Outcome outcome =
        host.outcome(
            PRELUDE
                + "P=%s; OTHER=%s; ADMINISTRATOR='%s'%n"
                    .formatted(password.reveal(), others.address(), ADMINISTRATOR)
                + commands);
    if (!outcome.succeeded()) {
      throw new IllegalStateException(
          "%s ended with %d: %s%s"
              .formatted(commands, outcome.exitCode(), outcome.out(), outcome.err()));
    }
    return outcome.out();
  }

  /// The logs that the engine and Redis have of the faults before say nothing of the host as it is.
  void forgetPast() {
    run(
        "journalctl -q --rotate; journalctl -q --vacuum-size=1K;"
            + " for c in $(container redis); do docker exec $c redis-cli SLOWLOG RESET; done");
  }

  private static void bring(AirGappedHost to, String name) {
    try (InputStream in = DoctorHost.class.getResourceAsStream(name)) {
      Path file = to.root().resolve("opt").resolve(name);
      Files.write(file, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cluster.close();
    redis.close();
    mysql.close();
    others.close();
    host.close();
    cable.close();
  }
}

package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.AirGappedHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// An installed host with things on it that must not be lost, and what is known of them.
record KeptHost(AirGappedHost host) {
  static final String DIRECTORY = "/usr/local/dataflux-func";
  static final String ADMINISTRATOR = "a long enough Passw0rd";

  /// The manual's way into the databases, and one into any other server with the same client.
  private static final String PRELUDE =
      """
      set -e
      I=%s; D=$I/data
      inside() { s=$1; shift; docker exec -i $(docker ps -q -f name=dataflux-func_$s.) "$@"; }
      key() { sed -n "s/^$1: *//p" $D/user-config.yaml | tr -d "\\"'"; }
      client() { p=$1; shift; inside mysql env MYSQL_PWD="$(key MYSQL_PASSWORD)" \
        $p -h "$(key MYSQL_HOST)" -u "$(key MYSQL_USER)" --default-character-set=utf8mb4 "$@"; }
      """
          .formatted(DIRECTORY);

  /// Tables that nothing but an operator changes.
  private static final String TABLES =
      "kept users script_sets scripts script_versions funcs auth_links env_variables";

  /// Makes one of everything: rows, a script, a link, a user, a secret, a file, a package.
  void fill() {
    bring("kept.py");
    bring("kept.sql");
    run("echo \"WORD = '包'\" > $D/resources/extra-python-packages/kept_package.py");
    run("mkdir $D/resources/报表 && echo '数据' > $D/resources/报表/一月.csv");
    run("client mysql $(key MYSQL_DATABASE) < /opt/kept.sql");
    run("inside worker python3 - '%s' < /opt/kept.py".formatted(ADMINISTRATOR));
    answers();
  }

  private void bring(String name) {
    try (InputStream in = KeptHost.class.getResourceAsStream(name)) {
      Path file = host.root().resolve("opt").resolve(name);
      Files.write(file, Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs shell commands, with the names and functions of the prelude.
  String run(String commands) {
    return host.run(PRELUDE + commands);
  }

  /// The same call gives the same answer, by the link, the script, the package and the secret.
  void answers() {
    assertThat(host.http("/api/v1/al/auln-kept").body()).contains("\"甲\"", "\"包\"", "\"悄悄\"");
  }

  /// A checksum of every row of the tables that stand still, read from the server of the
  /// configuration by the same client whatever its version.
  String rows() {
    return run(
        "client mysqldump --no-create-info --skip-triggers --skip-extended-insert --compact"
            + " --complete-insert --hex-blob --order-by-primary --no-tablespaces"
            + " --set-gtid-purged=OFF $(key MYSQL_DATABASE) %s | sort | sha256sum"
                .formatted(TABLES));
  }

  /// A checksum of the files that users bring, names and modes included.
  String files() {
    return run(
        "cd $D/resources && find . -type f -not -path '*/__pycache__/*' -printf '%p %m %U '"
            + " -exec sha256sum '{}' ';' | sort");
  }
}

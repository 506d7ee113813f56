package com.dataflux.func.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.config.MysqlSettings;
import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"x?allowLoadLocalInfile=true&zz=", "x&autoDeserialize=true#", "名 a/b+%3F"})
  void takesNoOptionFromTheNameOfADatabase(String database) {
    HostInfo host = main(url("db.example", database));
    assertThat(host.getDatabase()).isEqualTo(database);
    assertThat(host.getHostProperties())
        .containsEntry("allowLoadLocalInfile", "false")
        .containsEntry("allowUrlInLocalInfile", "false")
        .containsEntry("autoDeserialize", "false")
        .doesNotContainKey("zz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql", "10.0.0.1", "[::1]", "db-1.example.com"})
  void takesNamesAndAddressesOfHosts(String host) {
    assertThat(main(url(host, "d")).getPort()).isEqualTo(3306);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "h/x?a=b#", "h,other", "(host=h)", "user@h", "h?a=b", "a b"})
  void refusesWhatIsNoHost(String host) {
    assertThatIllegalArgumentException().isThrownBy(() -> url(host, "d"));
  }

  @Test
  void sparesTheDatabaseOfTheStackEncryption() {
    assertThat(url("mysql", "d")).contains("sslMode=DISABLED");
    assertThat(url("db.example", "d")).contains("sslMode=PREFERRED");
  }

  private static String url(String host, String database) {
    return Database.url(new MysqlSettings(host, 3306, "u", Secret.of("p"), database), 1000);
  }

  private static HostInfo main(String url) {
    return ConnectionUrl.getConnectionUrlInstance(url, new Properties()).getMainHost();
  }
}

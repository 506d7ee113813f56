package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.Cable;
import com.dataflux.func.testbed.HostPlan;
import com.dataflux.func.testbed.HostSystem;
import com.dataflux.func.testbed.MySqlServer;
import com.dataflux.func.testbed.MySqlVersion;
import com.dataflux.func.testbed.Place;
import com.dataflux.func.testbed.RedisServer;
import com.dataflux.func.testbed.pages.FirstRun;
import com.dataflux.func.testbed.pages.PagesSuite;
import com.dataflux.func.testbed.pages.Site;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What people do with the pages of an installed host, from a desk on the same cable.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PagesOnAHostIT extends PagesSuite {
  private static final Pattern SETUP_CODE = Pattern.compile("Setup code: +(\\w+)");
  private static final String ADMINISTRATOR = "admin";

  private final Cable cable = Cable.lay();
  private final Place desk = cable.desk();
  private final Secret password = Secret.generate();
  private final AirGappedHost host = boot();

  @Override
  protected Site open() {
    String code = install(host, "--mini", "--yes");
    Site site = site(host);
    FirstRun firstRun = FirstRun.open(BROWSER.visitor(site));
    firstRun.finish(code);
    firstRun.signIn();
    return site;
  }

  @AfterAll
  void takeItAway() {
    host.close();
    cable.close();
  }

  @Test
  void finishesTheSetupWithDatabasesOfAnotherMachine() {
    try (MySqlServer mysql = MySqlServer.startAt(desk, MySqlVersion.V5_7, password);
        RedisServer redis = RedisServer.startAt(desk, password);
        AirGappedHost other = boot()) {
      String code = install(other, "--mini", "--no-mysql", "--no-redis", "--yes");
      FirstRun firstRun = FirstRun.open(BROWSER.visitor(site(other)));
      firstRun.giveDatabases(code, mysql, MySqlServer.DATABASE, redis);
      firstRun.finish(code);
      firstRun.signIn();
      runTheSample(firstRun.visitor());
    }
  }

  private AirGappedHost boot() {
    return AirGappedHost.boot(
        HostPlan.of(HostSystem.DEBIAN_12).carrying(BuiltBundle.directory()), cable);
  }

  /// @return the code that the installer printed
  private static String install(AirGappedHost host, String... options) {
    Outcome outcome = host.install(options);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    Matcher code = SETUP_CODE.matcher(outcome.out());
    assertThat(code.find()).as(outcome.out()).isTrue();
    return code.group(1);
  }

  private Site site(AirGappedHost at) {
    URI address = URI.create("http://%s:8088".formatted(at.address()));
    return new Site(address, ADMINISTRATOR, password.reveal(), desk);
  }
}

package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.HttpAnswer;

/// The commands of the manuals about looking at an install, its configuration, logs and resources,
/// as they are printed, run by root without `sudo`.
record ManualCommands(InstalledHost installed) {

  void allWork() {
    tellTheDirectory();
    showTheContainers();
    showTheStackFile();
    showTheConfiguration();
    showTheResources();
    showTheLog();
    deployAgain();
    helpTheAdministrator();
  }

  /// 000 §1.
  private void tellTheDirectory() {
    assertThat(host().run("cat /etc/dataflux-func"))
        .isEqualTo("INSTALLED_DIR=%s\n".formatted(installed.directory()));
  }

  /// 000 §3, 002 §2.1.3.
  private void showTheContainers() {
    for (String command : new String[] {"docker ps", "docker ps -a"}) {
      String shown = host().run(command);
      assertThat(installed.services())
          .allSatisfy(service -> assertThat(shown).contains(" dataflux-func_" + service + "."));
    }
    assertThat(host().run("docker stack ls")).contains("dataflux-func ");
    assertThat(host().run("docker stack ps dataflux-func --no-trunc"))
        .contains("dataflux-func_server.1", "ERROR");
    HttpAnswer pages = host().http("localhost", installed.port(), "");
    assertThat(pages.status()).isEqualTo(302);
    assertThat(pages.body()).isEqualTo("Found. Redirecting to /client-app");
  }

  /// 002 §4.3.
  private void showTheStackFile() {
    assertThat(host().run("cat \"%s/docker-stack.yaml\"".formatted(installed.directory())))
        .contains("services:");
    assertThat(host().run("grep '8088' \"%s/docker-stack.yaml\"".formatted(installed.directory())))
        .contains("8088");
  }

  /// 002 §4.4.
  private void showTheConfiguration() {
    assertThat(seenFromBothSides("cat", "user-config.yaml")).contains("SECRET");
  }

  /// 002 §4.5.
  private void showTheResources() {
    assertThat(seenFromBothSides("ls", "resources/").lines())
        .contains("extra-python-packages", "uploads");
    host().run("ls \"%s/data/resources/extra-python-packages\"".formatted(installed.directory()));
    host().run("ls \"%s/data/resources/uploads\"".formatted(installed.directory()));
  }

  /// 002 §4.6.
  private void showTheLog() {
    seenFromBothSides("head -n 1", "logs/dataflux-func.log");
    host().run("tail \"%s/data/logs/dataflux-func.log\"".formatted(installed.directory()));
    assertThat(host().run("cat /etc/logrotate.d/dataflux-func"))
        .contains(installed.directory() + "/data/logs/dataflux-func.log");
  }

  /// 000 §8, of a stack that runs: nothing is replaced.
  private void deployAgain() {
    String before = host().run("docker ps -q | sort");
    host().run(deploy(installed) + " --resolve-image never");
    assertThat(host().run("docker ps -q | sort")).isEqualTo(before);
  }

  /// 003 §5.
  private void helpTheAdministrator() {
    installed.inContainer("server", "exec python admin-tool.py --help");
    installed.inContainer("server", "cd /usr/src/app; python admin-tool.py --help");
  }

  static String deploy(InstalledHost installed) {
    return "docker stack deploy dataflux-func -c \"%s/docker-stack.yaml\""
        .formatted(installed.directory());
  }

  /// Runs a command on the host and in a container.
  private String seenFromBothSides(String command, String name) {
    String seen = host().run("%s \"%s/data/%s\"".formatted(command, installed.directory(), name));
    assertThat(installed.inContainer("server", "exec %s /data/%s".formatted(command, name)))
        .isEqualTo(seen);
    return seen;
  }

  private AirGappedHost host() {
    return installed.host();
  }
}

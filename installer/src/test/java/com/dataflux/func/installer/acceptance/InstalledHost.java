package com.dataflux.func.installer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.platform.process.Outcome;
import com.dataflux.func.testbed.AirGappedHost;
import com.dataflux.func.testbed.ListeningSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What must hold on every host after an install, in the contract's words.
///
/// @param host that was installed on
/// @param directory of the install
/// @param port of the pages
/// @param services names without the stack's
/// @param before what listened on the host already
record InstalledHost(
    AirGappedHost host,
    String directory,
    int port,
    List<String> services,
    Set<ListeningSocket> before) {
  /// The kernel's own socket of overlay networks, which a rule closes to other hosts.
  private static final int VXLAN = 4789;

  static final List<String> EIGHT =
      List.of(
          "mysql", "redis", "server", "worker-0", "worker-1-6", "worker-7", "worker-8-9", "beat");
  static final List<String> MINI = List.of("mysql", "redis", "server", "worker", "beat");

  /// Installs, and shows how long it took.
  static InstalledHost install(
      AirGappedHost host, String directory, int port, List<String> services, String... options) {
    Set<ListeningSocket> before = host.listeners();
    long began = System.nanoTime();
    Outcome outcome = host.install(options);
    System.out.printf(
        "install %s: exit %d after %d s%n",
        Arrays.toString(options).replaceAll("password [^,\\]]+", "password …"),
        outcome.exitCode(),
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
    assertThat(outcome.exitCode())
        .as(() -> outcome.out() + outcome.err() + host.outcome("docker ps -a").out())
        .isZero();
    InstalledHost installed = new InstalledHost(host, directory, port, services, before);
    installed.isAsTheContractSays();
    installed.isHealthyToTheDoctor();
    return installed;
  }

  void isAsTheContractSays() {
    answers();
    runsItsServices();
    assertThat(host.run("cat /etc/dataflux-func")).contains("INSTALLED_DIR=" + directory + "\n");
    keepsItsSecrets();
    for (String made : List.of("resources/extra-python-packages", "resources/uploads", "logs")) {
      assertThat(host.outcome("test -d %s".formatted(inData(made))).exitCode()).as(made).isZero();
    }
    assertThat(host.outcome("test -s /etc/logrotate.d/dataflux-func").exitCode()).isZero();
    assertThat(host.run("readlink -f /usr/local/bin/dataflux-func")).startsWith("/");
  }

  /// No fault, no warning, nothing unchecked.
  void isHealthyToTheDoctor() {
    DoctorAnswer answer =
        doctorUntil(DoctorAnswer::isHealthy, DoctorAnswer.TIME_TO_SETTLE, DoctorAnswer.PATIENT);
    assertThat(answer.found()).as(answer.toString()).isEmpty();
    assertThat(answer.unchecked()).isEmpty();
  }

  DoctorAnswer doctor(String... arguments) {
    return DoctorAnswer.read(
        host.outcome("dataflux-func doctor --json " + String.join(" ", arguments)));
  }

  /// Asks the doctor again until the answer is as it should be, or it has had time enough.
  DoctorAnswer doctorUntil(Predicate<DoctorAnswer> expected, Duration limit, String... arguments) {
    long end = System.nanoTime() + limit.toNanos();
    DoctorAnswer answer = doctor(arguments);
    while (!expected.test(answer) && System.nanoTime() < end) {
      answer = doctor(arguments);
    }
    return answer;
  }

  void answers() {
    assertThat(host.http("127.0.0.1", port, "/api/v1/do/ping").body()).contains("\"pong\"");
    assertThat(host.http("127.0.0.1", port, "/").location()).endsWith("/client-app");
    var called = host.http("127.0.0.1", port, "/api/v1/al/auln-hello-world");
    assertThat(called.status()).as(called.body()).isEqualTo(200);
  }

  void runsItsServices() {
    Set<String> running =
        host.run("docker service ls --format '{{.Name}} {{.Replicas}}'")
            .lines()
            .collect(Collectors.toSet());
    assertThat(running)
        .containsExactlyInAnyOrderElementsOf(
            services.stream().map(name -> "dataflux-func_" + name + " 1/1").toList());
  }

  private void keepsItsSecrets() {
    for (String file : List.of("docker-stack.yaml", "data/user-config.yaml")) {
      assertThat(host.run("stat -c %%a \"%s/%s\"".formatted(directory, file)).strip())
          .as(file)
          .isEqualTo("600");
    }
  }

  /// Only these are reached from other hosts.
  void listensOnlyOn(Integer... ports) {
    Set<ListeningSocket> open =
        host.listeners().stream()
            .filter(ListeningSocket::forOtherHosts)
            .filter(socket -> !before.contains(socket) && socket.port() != VXLAN)
            .collect(Collectors.toSet());
    assertThat(open)
        .as("what listens for other hosts")
        .extracting(ListeningSocket::port)
        .containsOnly(ports);
    assertThat(host.run("iptables -S INPUT"))
        .contains("! -i lo -p udp -m udp --dport %d -j DROP".formatted(VXLAN));
  }

  /// The commands of the manuals, as printed there.
  void obeysTheManual() {
    new ManualCommands(this).allWork();
  }

  /// Removes the stack by the manual. Docker 20.10 at times finds its network in use yet, and says
  /// so; the same command again removes that too.
  void removesByTheManual() {
    until(
        "the stack is removed",
        () -> host.outcome("docker stack rm dataflux-func").exitCode() == 0);
    until("all containers have ended", () -> host.run("docker ps -q").isBlank());
    until(
        "the network is gone",
        () -> !host.run("docker network ls --format '{{.Name}}'").contains("dataflux-func"));
  }

  /// Restarts by the manual (003 §2, 000 §8): `stack rm`, wait, `stack deploy`.
  void restartsByTheManual() {
    removesByTheManual();
    host.run(ManualCommands.deploy(this));
    comesBack();
  }

  /// Waits until it answers as before.
  void comesBack() {
    long began = System.nanoTime();
    until(
        "the function answers",
        () -> host.http("127.0.0.1", port, "/api/v1/al/auln-hello-world").status() == 200);
    until(
        "all services run",
        () ->
            host.outcome("docker service ls --format '{{.Replicas}}'")
                .out()
                .lines()
                .allMatch("1/1"::equals));
    System.out.printf(
        "healthy again after %d s%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }

  String inContainer(String service, String command) {
    return host.run(
        "docker exec $(docker ps -q -f name=dataflux-func_%s) sh -c '%s'"
            .formatted(service, command));
  }

  private String inData(String name) {
    return "\"%s/data/%s\"".formatted(directory, name);
  }

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not happen in 4 min that " + what).isLessThan(end);
      try {
        Thread.sleep(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

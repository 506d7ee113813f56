package com.dataflux.func.healthcheck.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.healthcheck.site.Installation.Connection;
import com.dataflux.func.healthcheck.site.Installation.Connections;
import com.dataflux.func.platform.process.HostCommandRunner;
import com.dataflux.func.platform.secret.Secret;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PatienceTest {
  /// Longer than the usual limits of an answer, the probe's and the JDK's.
  private static final Duration SLOW = Duration.ofMillis(2800);

  @Test
  void growsInProportionAndNeverShrinks() {
    assertThat(Patience.within(Duration.ofSeconds(1))).isEqualTo(Patience.USUAL);
    assertThat(Patience.within(Patience.CHECK)).isEqualTo(Patience.USUAL);
    assertThat(Patience.within(Duration.ofSeconds(43)).millis(1500)).isEqualTo(15_000);
  }

  @Test
  void asksTheProbeToKeepToItsUsualLimitsUnlessTold() {
    assertThat(questions(Patience.USUAL, List.of()))
        .contains("\"one\":1.5", "\"whole\":2.6", "\"process\":20", "\"client\":2");
    assertThat(questions(new Patience(4), List.of()))
        .contains("\"one\":6.0", "\"whole\":10.4", "\"process\":80", "\"client\":8");
  }

  @Test
  void waitsForAnAnswerThatABusyMachineIsLongAbout() throws Exception {
    HttpServer server = slow();
    try {
      String address = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
      URI uri = URI.create(address);
      assertThatThrownBy(() -> new JdkWeb(Patience.USUAL).get(uri))
          .isInstanceOf(Web.Unreached.class);
      assertThat(new JdkWeb(new Patience(4)).get(uri).status()).isEqualTo(204);
      assertThat(probe(Patience.USUAL, address)).isEqualTo(Reach.SILENT);
      assertThat(probe(new Patience(4), address)).isEqualTo(Reach.REACHED);
    } finally {
      server.stop(0);
    }
  }

  private static Reach probe(Patience patience, String target) {
    return new Probe(new HostCommandRunner(), patience)
        .run(List.of(), "this test", questions(patience, List.of(target)))
        .outlook()
        .targets()
        .getOrDefault(target, Reach.NO_ROUTE);
  }

  private static String questions(Patience patience, List<String> targets) {
    Connection none = new Connection("", 0, "", Secret.of(""), "");
    Questions questions = new Questions(false, List.of(), List.of(), targets);
    return ProbeQuestions.json(questions, new Connections(none, none, none), patience);
  }

  private static HttpServer slow() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try {
            Thread.sleep(SLOW);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}

package com.dataflux.func.installer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.installer.install.Choices;
import com.dataflux.func.installer.install.RecordedChoices;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.display.RecordingDisplay;
import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.templates.DatabaseConnection;
import com.dataflux.func.templates.InstallDir;
import com.dataflux.func.templates.Port;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMoveTest {
  private static final DatabaseConnection ELSEWHERE =
      new DatabaseConnection("db.example", new Port(3306), "dff", Secret.of("p"), "dataflux_func");

  @TempDir private Path place;
  private HttpServer application;
  private InstallDir dir;
  private FakeStack stack;

  @BeforeEach
  void install() throws IOException {
    application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    application.start();
    begin(place.resolve("first"));
  }

  @AfterEach
  void stop() {
    application.stop(0);
  }

  private void begin(Path root) throws IOException {
    dir = new InstallDir(root);
    Files.createDirectories(dir.data());
    Files.writeString(
        dir.stackFile(),
        """
        version: "3.7"
        services:
          mysql:
            image: image
          redis:
            image: image
          server:
            image: image
          worker:
            image: image
          beat:
            image: image
        """);
    Files.writeString(dir.userConfig(), "# Mine.\nMYSQL_HOST: mysql\nMYSQL_PORT: 3306\n");
    new RecordedChoices(dir).write(Choices.NONE);
    stack = new FakeStack(dir);
  }

  @Test
  void letsEveryServiceKnowTheNewDatabase() {
    move();

    assertThat(stack.knownDatabase)
        .containsEntry("server", "db.example")
        .containsEntry("worker", "db.example")
        .containsEntry("beat", "db.example");
    assertThat(stack.replicas()).containsOnlyKeys("redis", "server", "worker", "beat");
    assertThat(new RecordedChoices(dir).read().noMysql()).contains(true);
  }

  @Test
  void leavesTheHostAsItWasWhicheverCommandFails() throws IOException {
    move();
    int commands = stack.told.size();
    assertThat(commands).isGreaterThan(5);
    for (FakeStack.Struck struck : FakeStack.Struck.values()) {
      for (int command = 0; command < commands; command++) {
        begin(place.resolve(struck + "-" + command));
        String configuration = Files.readString(dir.userConfig());
        String stackFile = Files.readString(dir.stackFile());
        stack.strike(command, struck);

        assertThatThrownBy(this::move).isInstanceOf(ProblemException.class);

        String at = struck + ": " + stack.told.get(command);
        assertThat(dir.userConfig()).as(at).hasContent(configuration);
        assertThat(dir.stackFile()).as(at).hasContent(stackFile);
        assertThat(new RecordedChoices(dir).read()).as(at).isEqualTo(Choices.NONE);
        assertThat(Set.copyOf(stack.knownDatabase.values())).as(at).containsExactly("mysql");
        assertThat(stack.replicas())
            .as(at)
            .containsOnlyKeys("mysql", "redis", "server", "worker", "beat");
        assertThat(Set.copyOf(stack.replicas().values())).as(at).containsExactly(1);
      }
    }
    System.out.printf(
        "a move struck at each of %d commands, twice: the host as it was%n", commands);
  }

  @Test
  void putsTheOldConfigurationBackIntoUseThoughAServiceNeverBecomesHealthy() throws IOException {
    move();
    int last = stack.told.size() - 1;
    begin(place.resolve("unhealthy"));
    stack.neverBecomeStable();
    stack.strike(last, FakeStack.Struck.AFTER_IT_DID_EVERYTHING);

    assertThatThrownBy(this::move).isInstanceOf(ProblemException.class);

    assertThat(Set.copyOf(stack.knownDatabase.values())).containsExactly("mysql");
  }

  private void move() {
    Port port = new Port(application.getAddress().getPort());
    Installed installed = new Installed(dir, Choices.NONE.withPort(port));
    new DatabaseMove(new RecordingDisplay(), installed, stack, () -> Optional.of(stack.engine))
        .moveOrGoBack(new DatabaseMove.Request(Optional.of(ELSEWHERE), false, true), ELSEWHERE);
  }
}

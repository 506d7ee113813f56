package com.dataflux.func.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.github.dockerjava.core.RemoteApiVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

  @Test
  void speaksTheNewestThatAnOldEngineKnows() {
    assertThat(Connection.negotiate(RemoteApiVersion.create(1, 38), RemoteApiVersion.create(1, 12)))
        .isEqualTo(RemoteApiVersion.create(1, 38));
  }

  @Test
  void speaksNothingNewerThanWasTried() {
    assertThat(Connection.negotiate(RemoteApiVersion.create(1, 51), RemoteApiVersion.create(1, 24)))
        .isEqualTo(RemoteApiVersion.create(1, 44));
  }

  @Test
  void speaksTheOldestOfAnEngineThatHasGivenUpTheRest() {
    assertThat(Connection.negotiate(RemoteApiVersion.create(1, 60), RemoteApiVersion.create(1, 48)))
        .isEqualTo(RemoteApiVersion.create(1, 48));
  }

  @Test
  void doesNotNeedToKnowTheOldest() {
    assertThat(
            Connection.negotiate(RemoteApiVersion.create(1, 38), RemoteApiVersion.UNKNOWN_VERSION))
        .isEqualTo(RemoteApiVersion.create(1, 38));
  }

  @Test
  void namesTheSocketThatDoesNotAnswer(@TempDir Path directory) {
    Path socket = directory.resolve("docker.sock");
    assertThatThrownBy(() -> DockerEngine.connect(socket))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().kind()).isEqualTo(ProblemKind.ENGINE_FAILED);
              assertThat(e.problem().what()).contains(socket.toString());
              assertThat(e.problem().why()).isNotEmpty();
            });
  }
}

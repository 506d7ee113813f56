package com.dataflux.func.installer.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.process.InMemoryCommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackClientTest {
  private static final String OVERTAKEN =
      "failed to update service dataflux-func_beat: Error response from daemon: rpc error: code ="
          + " Unknown desc = update out of sequence";

  private static final String IN_USE =
      "Failed to remove network ar0ao6g3jnc6: Error response from daemon: rpc error: code ="
          + " FailedPrecondition desc = network ar0ao6g3jnc6 is in use by task hv0f2cbouz5i";

  private final Deque<String> errors = new ArrayDeque<>();

  private final InMemoryCommandRunner docker =
      command -> {
        String error = errors.isEmpty() ? "" : errors.remove();
        return new Outcome(command, error.isEmpty() ? 0 : 1, "", error);
      };

  @Test
  void asksAgainWhereTheSwarmWasQuicker() {
    errors.addAll(List.of(OVERTAKEN, OVERTAKEN));

    new StackClient(docker).deploy(Path.of("docker-stack.yaml"));

    assertThat(errors).isEmpty();
  }

  @Test
  void asksAgainWhereATaskStillHasTheNetwork() {
    errors.add(IN_USE);

    new StackClient(docker).remove();

    assertThat(errors).isEmpty();
  }

  @Test
  void asksOnceWhereTheEngineRefuses() {
    errors.addAll(List.of("no such image", "not asked for"));

    assertThatThrownBy(() -> new StackClient(docker).deploy(Path.of("docker-stack.yaml")))
        .hasMessageContaining("no such image");
    assertThat(errors).containsExactly("not asked for");
  }
}

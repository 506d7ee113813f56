package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.MySqlVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The commands of `admin-tool.py` on a stack that runs.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AdminToolIT {
  private static RunningStack stack;

  private record Ended(int code, String text) {}

  @BeforeAll
  static void start() {
    stack = RunningStack.start(MySqlVersion.V9_7);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  private static Ended run(String input, String... arguments) throws IOException {
    Process process =
        new ProcessBuilder(stack.application.adminTool(arguments))
            .redirectErrorStream(true)
            .start();
    try (var typed = process.outputWriter(StandardCharsets.UTF_8)) {
      typed.write(input);
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.onExit().join().exitValue(), text);
  }

  @Test
  void namesItsCommands() throws IOException {
    Ended help = run("", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.text()).contains("reset_admin", "reset_db_upgrade_seq", "clear_redis");
    assertThat(run("", "reset_everything").code()).isNotZero();
  }

  @Test
  void givesTheAdministratorANewNameAndPassword() throws IOException {
    Client before = stack.signIn(RunningStack.ADMIN, RunningStack.PASSWORD);
    String again = "%1$s\n%2$s\n%2$s\n".formatted(RunningStack.ADMIN, RunningStack.PASSWORD);
    for (String refused :
        new String[] {
          again + "no\n", "admin\nlong enough\ndifferent\nyes\n", "", "admin\nx\nx\nyes\n"
        }) {
      assertThat(run(refused, "reset_admin").code()).isNotZero();
    }
    before.get("/api/v1/auth/do/me").ok();
    Ended done = run("新主人\n新的密码 123\n新的密码 123\nyes\n", "reset_admin");
    assertThat(done.code()).as(done.text()).isZero();
    assertThat(done.text()).contains("Enter new Admin username:", "新主人").doesNotContain("新的密码");
    before.get("/api/v1/auth/do/me").refused("EUserAuth", "401.14");
    stack.signIn("新主人", "新的密码 123").get("/api/v1/users/do/list").ok();
    assertThat(run(again + "yes\n", "reset_admin").code()).isZero();
  }

  @Test
  void carriesOutTheUpgradesAgain() throws IOException {
    assertThat(run("no\n", "reset_db_upgrade_seq").code()).isNotZero();
    Ended done = run("yes\n", "reset_db_upgrade_seq");
    assertThat(done.code()).as(done.text()).isZero();
    assertThat(sequence()).isEqualTo("0");
    stack.server.killAndStart();
    stack.awaitWorker();
    assertThat(sequence()).isNotEqualTo("0");
    stack.visitor().get("/api/v1/al/auln-hello-world").ok();
  }

  private static String sequence() {
    return stack.mysql.query("SELECT seq FROM dataflux_func.db_upgrade_seq").strip();
  }

  @Test
  void emptiesRedisAndTheServiceGoesOn() throws IOException {
    Client before = stack.signIn(RunningStack.ADMIN, RunningStack.PASSWORD);
    assertThat(run("no\n", "clear_redis").code()).isNotZero();
    before.get("/api/v1/auth/do/me").ok();
    assertThat(run("yes\n", "clear_redis").code()).isZero();
    before.get("/api/v1/auth/do/me").refused("EUserAuth", "401.14");
    stack.awaitWorker();
  }
}

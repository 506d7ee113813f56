package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.testbed.MySqlVersion;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/// The server as its callers meet it, on one MySQL: every route of its own document, every reason,
/// both call forms, every member of `DFF`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class ServerContract
    implements AnswerScenario,
        AuthenticationScenario,
        BackupScenario,
        BatchScenario,
        DataSourceScenario,
        DeadLetterScenario,
        FileScenario,
        LinkScenario,
        MemberScenario,
        MonitorScenario,
        ResultScenario,
        ScriptScenario,
        SignInScenario,
        TimeoutScenario,
        TimetableScenario,
        TransferScenario,
        UserScenario,
        VariableScenario {
  private final RunningStack stack;

  ServerContract(MySqlVersion version) {
    stack =
        RunningStack.start(
            version,
            "CUSTOM_GREETING: 你好",
            "CUSTOM_LIST: [1, 2]",
            "_WEB_BODY_LIMIT: 2",
            "_WEB_UPLOAD_LIMIT: 4");
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Override
  public RunningStack stack() {
    return stack;
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void hasUsedEveryRouteThatIsDocumented() {
    assertThat(stack.calls().missing(visitor().get("/api/v1/openapi.json").json())).isEmpty();
  }
}

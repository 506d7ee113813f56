package com.dataflux.func.runtime.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void tellsValuesThatDoNotFitFromADatabaseThatDoesNotAnswer() {
    assertThat(reason("22001", 1406)).isEqualTo(Reason.EClientBadRequest);
    assertThat(reason("23000", 1062)).isEqualTo(Reason.EClientConflict);
    assertThat(reason("08S01", 0)).isEqualTo(Reason.EUnavailable);
    assertThat(reason(null, 0)).isEqualTo(Reason.EUnavailable);
  }

  private static Reason reason(@Nullable String state, int code) {
    SQLException fault = new SQLException("a fault", state, code);
    return Failures.refusal(new IllegalStateException(fault)).reason();
  }
}

package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigMergeTest {
  private static final String BASE =
      """
      # Level of the log.
      LOG_LEVEL: WARNING
      TIMEZONE: Asia/Shanghai
      """;

  @Test
  void bringsANewKeyInAndKeepsWhatTheOperatorSet() {
    String mine = BASE.replace("WARNING", "ERROR") + "CUSTOM_A: 1 # mine\n";
    String theirs = BASE.replace("TIMEZONE", "_WORKER_CONCURRENCY: 5\nTIMEZONE");

    assertThat(merge(mine, theirs))
        .isEqualTo(mine.replace("TIMEZONE", "_WORKER_CONCURRENCY: 5\nTIMEZONE"));
  }

  @Test
  void bringsANewKeyInBesideTheOperatorsOwn() {
    String mine = BASE.replace("TIMEZONE", "# Ours.\nCUSTOM_OURS: 7\nTIMEZONE");
    String theirs = BASE.replace("TIMEZONE", "_WORKER_CONCURRENCY: 5\nTIMEZONE");

    assertThat(merge(mine, theirs))
        .isEqualTo(mine.replace("TIMEZONE", "_WORKER_CONCURRENCY: 5\nTIMEZONE"));
  }

  @Test
  void leavesOutANewKeyThatTheOperatorHasSet() {
    String mine = BASE + "_WORKER_CONCURRENCY: 20\n";
    String theirs = BASE.replace("TIMEZONE", "_WORKER_CONCURRENCY: 5\nTIMEZONE");

    assertThat(merge(mine, theirs)).isEqualTo(mine);
  }

  @Test
  void leavesAKeyThatTheOperatorHasSetAsItIsWhereTheTemplateHasAnotherValue() {
    String mine = BASE.replace("WARNING", "ERROR");

    assertThat(merge(mine, BASE.replace("WARNING", "INFO"))).isEqualTo(mine);
    assertThat(merge(BASE, BASE.replace("WARNING", "INFO"))).contains("LOG_LEVEL: INFO");
  }

  @Test
  void refusesToGuessWhereALineThatWasRemovedIsAnother() {
    String mine = BASE.replace("# Level of the log.\n", "");

    assertThatThrownBy(() -> merge(mine, BASE.replace("Level of the log", "How much is logged")))
        .hasMessageContaining("cannot be merged");
  }

  private static String merge(String mine, String theirs) {
    return ConfigMerge.merge(Path.of("user-config.yaml"), BASE, mine, theirs);
  }
}

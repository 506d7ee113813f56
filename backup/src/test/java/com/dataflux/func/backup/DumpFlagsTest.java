package com.dataflux.func.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dataflux.func.platform.mysql.Grants;
import java.util.List;
import org.junit.jupiter.api.Test;

class DumpFlagsTest {
  private static final String MANUAL =
      "GRANT SELECT, RELOAD, LOCK TABLES, REPLICATION CLIENT, SHOW VIEW, PROCESS ON *.* TO `b`@`%`";

  @Test
  void dumpsEverythingWhereTheAccountMay() {
    DumpFlags flags =
        DumpFlags.of(facts("GRANT ALL PRIVILEGES ON `dataflux\\_func`.* TO `a`@`%`"), false);

    assertThat(flags.lacking()).isEmpty();
    assertThat(flags.arguments())
        .contains("--single-transaction", "--triggers", "--events", "--routines");
  }

  @Test
  void leavesOutWhatTheAccountMayNotAndNamesTheGrant() {
    DumpFlags flags = DumpFlags.of(facts(MANUAL), false);

    assertThat(flags.arguments()).contains("--skip-triggers", "--skip-events");
    assertThat(flags.lacking())
        .containsExactly(
            "GRANT TRIGGER ON `dataflux_func`.* TO 'b'@'%';",
            "GRANT EVENT ON `dataflux_func`.* TO 'b'@'%';");
  }

  @Test
  void refusesWhereTheTablesCannotBeRead() {
    assertThatThrownBy(() -> DumpFlags.of(facts("GRANT USAGE ON *.* TO `b`@`%`"), false))
        .hasMessageContaining("SELECT");
  }

  @Test
  void namesAnotherGrantForRoutinesOnOldServers() {
    DumpFlags.Facts hidden =
        new DumpFlags.Facts(
            Grants.of(List.of(MANUAL), "dataflux_func"), "'b'@'%'", "dataflux_func", true, false);

    assertThat(DumpFlags.of(hidden, true).lacking())
        .contains("GRANT SELECT ON mysql.proc TO 'b'@'%';");
    assertThat(DumpFlags.of(hidden, false).lacking())
        .contains("GRANT SHOW_ROUTINE ON *.* TO 'b'@'%';");
  }

  @Test
  void countsNoGrantOnAnotherDatabaseOrASingleTable() {
    Grants grants =
        Grants.of(
            List.of(
                "GRANT ALL PRIVILEGES ON `other`.* TO `b`@`%`",
                "GRANT SELECT ON `dataflux_func`.`words` TO `b`@`%`",
                "GRANT `role`@`%` TO `b`@`%`",
                "GRANT EVENT ON `data%`.* TO `b`@`%`"),
            "dataflux_func");

    assertThat(grants.allow("SELECT")).isFalse();
    assertThat(grants.allow("EVENT")).isTrue();
  }

  private static DumpFlags.Facts facts(String... grants) {
    return new DumpFlags.Facts(
        Grants.of(List.of(grants), "dataflux_func"), "'b'@'%'", "dataflux_func", true, true);
  }
}

package com.dataflux.func.healthcheck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpChecksTest {
  @TempDir Path root;

  private FakeHost host;

  @BeforeEach
  void makeHost() {
    host = new FakeHost(root, FakeHost.Shape.FULL);
  }

  @Test
  void waitForTheNextMomentOfTheTimetable() {
    ApplicationFaults.nightly(host, 8);
    assertThat(verdict("application.dump-age")).isInstanceOf(Verdict.Healthy.class);
  }

  @Test
  void cannotJudgeByATimetableThatCannotBeRead() {
    host.replace(
        FakeHost.DIRECTORY + "/data/user-config.yaml",
        "CUSTOM_KEY: 1",
        "_CRONTAB_AUTO_BACKUP_DB: '0 25 * * *'");
    assertThat(verdict("application.dump-age")).isInstanceOf(Verdict.CouldNotCheck.class);
  }

  @Test
  void takeAPackedDumpThatIsAsItsRecordSays() {
    CRC32C digest = new CRC32C();
    digest.update("x".repeat(1010).getBytes(UTF_8));
    ApplicationFaults.packDump(host, "%08x".formatted(digest.getValue()));
    assertThat(verdict("application.dump-whole").toString())
        .contains("Healthy", ".sql.gz")
        .doesNotContain("without a record");
  }

  private Verdict verdict(String check) {
    return new Doctor(host.site(), Duration.ofSeconds(20))
        .examine(Checks.named(List.of(check)))
        .checkups()
        .getFirst()
        .verdict();
  }
}

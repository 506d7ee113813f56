package com.dataflux.func.installer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigChangeTest {
  private static final Path FILE = Path.of("user-config.yaml");
  private static final Set<String> SERVICES =
      Set.of("mysql", "redis", "server", "worker-0", "worker-1-6", "beat");
  private static final String BEFORE =
      """
      # Mine.
      SECRET: s
      LOG_LEVEL: WARNING
      MYSQL_PASSWORD: "hidden"
      """;

  @Test
  void restartsWorkersForAKeyThatTheyAloneRead() {
    ConfigChange change = change(BEFORE + "_WORKER_CONCURRENCY: 20\n");

    assertThat(change.restarts()).containsExactly("worker-0", "worker-1-6");
    assertThat(change.changed()).containsEntry("_WORKER_CONCURRENCY", "(0) → 20");
  }

  @Test
  void restartsTheSchedulerForTheTimetableOfDumps() {
    assertThat(change(BEFORE + "DB_AUTO_BACKUP_LIMIT: 24\n").restarts()).containsExactly("beat");
  }

  @Test
  void restartsEveryServiceOfTheApplicationForTheDatabase() {
    ConfigChange change = change(BEFORE.replace("hidden", "other"));

    assertThat(change.restarts()).containsExactly("beat", "server", "worker-0", "worker-1-6");
    assertThat(change.changed()).containsEntry("MYSQL_PASSWORD", "******** → ********");
  }

  @Test
  void restartsNothingForAComment() {
    ConfigChange change = change("# Another.\n" + BEFORE);

    assertThat(change.changed()).isEmpty();
    assertThat(change.restarts()).isEmpty();
  }

  @Test
  void saysWhichKeyAMistypedOneIs() {
    assertThat(refusal(BEFORE + "_WORKER_CONCURENCY: 20\n"))
        .contains("line 5: _WORKER_CONCURENCY: unknown key; did you mean _WORKER_CONCURRENCY?");
  }

  @Test
  void saysWhichValueAKeyMayHave() {
    assertThat(refusal(BEFORE.replace("WARNING", "LOUD")))
        .contains("line 3: LOG_LEVEL: LOUD is not one of ALL, DEBUG");
    assertThat(refusal(BEFORE + "MYSQL_PORT: many\n"))
        .contains("MYSQL_PORT: many is not a whole number");
  }

  @Test
  void leavesAFlawThatWasThereBeforeToValidate() {
    String flawed = BEFORE + "OLD_KEY: 1\n";

    ConfigChange change =
        ConfigChange.between(FILE, flawed, flawed.replace("WARNING", "INFO"), SERVICES);

    assertThat(change.changed()).containsOnlyKeys("LOG_LEVEL");
    assertThat(ConfigFlaw.in(FILE, flawed)).singleElement().asString().contains("OLD_KEY");
  }

  @Test
  void refusesAKeyGivenTwice() {
    assertThat(refusal(BEFORE + "SECRET: t\n")).contains("is not valid");
  }

  private static ConfigChange change(String after) {
    return ConfigChange.between(FILE, BEFORE, after, SERVICES);
  }

  private static String refusal(String after) {
    ProblemException e = catchThrowableOfType(ProblemException.class, () -> change(after));
    assertThat(e.problem().kind()).isEqualTo(ProblemKind.BAD_CONFIGURATION);
    return e.problem().what();
  }
}

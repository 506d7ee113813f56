package com.dataflux.func.healthcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Language;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Symptom;
import com.dataflux.func.healthcheck.check.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table in the manual is what the code says; `-Ddocs.write=true` writes it anew.
class ManualTableTest {
  private static final Path PAGE =
      Path.of(System.getProperty("project.root")).resolve("docs/doctor-checks.md");

  private final Words words = new Words(Language.ENGLISH);

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    String page = page();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }

  private String page() {
    StringBuilder page = new StringBuilder("# Checks of the doctor\n\n");
    page.append("Written by `ManualTableTest` from the code.\n\n## Sections of manual 000\n\n");
    page.append("| section | heading | checks |\n|---|---|---|\n");
    for (Section section : Section.values()) {
      String ids =
          SymptomTest.checksOf(section).stream()
              .map(check -> "`" + check.id() + "`")
              .collect(Collectors.joining(" "));
      page.append("| %s | %s | %s |\n".formatted(section.number(), section.heading(), ids));
    }
    page.append("\n## Symptoms of manual 000\n\n");
    page.append(
        "Each is really made on an installed host by `DoctorIT`, by every cause named here.\n\n");
    page.append("| section | symptom or reason | found as |\n|---|---|---|\n");
    for (Symptom symptom : Symptom.all()) {
      String causes =
          symptom.causes().stream().map(key -> "`" + key + "`").collect(Collectors.joining(" "));
      page.append(
          "| %s | %s | %s |\n".formatted(symptom.section().number(), symptom.words(), causes));
    }
    page.append(
        "\n## Checks\n\n| id | looks at | from | finds | `--fix` |\n|---|---|---|---|---|\n");
    for (Check check : Checks.all()) {
      page.append(row(check));
    }
    return page.toString();
  }

  private String row(Check check) {
    String causes = check.causes().stream().map(Cause::name).collect(Collectors.joining(", "));
    String mended =
        check.causes().stream()
            .filter(cause -> cause.repair().isPresent())
            .map(Cause::name)
            .collect(Collectors.joining(", "));
    String from = check.vantage().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(check.id(), words.title(check), from, causes, mended);
  }
}

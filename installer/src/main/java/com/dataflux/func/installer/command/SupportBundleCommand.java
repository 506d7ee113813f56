package com.dataflux.func.installer.command;

import com.dataflux.func.healthcheck.Checks;
import com.dataflux.func.healthcheck.Doctor;
import com.dataflux.func.healthcheck.JsonReport;
import com.dataflux.func.healthcheck.Report;
import com.dataflux.func.healthcheck.TextReport;
import com.dataflux.func.healthcheck.check.Language;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.ThisHost;
import com.dataflux.func.healthcheck.support.SupportBundle;
import com.dataflux.func.installer.Release;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.display.JsonText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes one archive with everything that a supporter needs and no secret of the install.
@Command(
    name = "support-bundle",
    description = "Writes an archive with reports, settings and logs for support, without secrets.")
final class SupportBundleCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Display display;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it; into the current directory if not given.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--anonymous",
      description = "Replace host names and addresses by tokens that stay the same throughout.")
  private boolean anonymous;

  SupportBundleCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    Site site = ThisHost.site(List.of());
    Path archive = output.orElseGet(SupportBundleCommand::named).toAbsolutePath();
    try (Activity activity = display.begin("Support bundle")) {
      new SupportBundle(site, anonymous).write(archive, reports(site));
      activity.done();
    }
    display.answer(
        "Written: %s. Read it before you send it.".formatted(archive), Map.of("archive", archive));
    return 0;
  }

  private static Path named() {
    return Path.of(
        "dataflux-func-support-%s.tar.gz"
            .formatted(MOMENT.format(LocalDateTime.now(ZoneId.systemDefault()))));
  }

  private static Map<String, String> reports(Site site) {
    Report report = new Doctor(site, LIMIT).examine(Checks.passive());
    Words english = new Words(Language.ENGLISH);
    return Map.of(
        "version.txt", Release.version() + "\n",
        "report.txt", TextReport.of(report, english, false) + "\n",
        "report.zh.txt", TextReport.of(report, new Words(Language.CHINESE), false) + "\n",
        "report.json", JsonText.of(JsonReport.of(report, english)) + "\n");
  }
}

package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.dataflux.func.platform.files.PropertyText;
import com.dataflux.func.platform.settings.Crontab;
import com.dataflux.func.platform.settings.Setting;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// There is a dump of the last moment of the timetable, but for one that is on its way.
final class DumpAge extends Check {
  private static final Duration PATIENCE = Duration.ofHours(3);

  /// What the scheduler leaves of its last try.
  private static final String STATUS = "/.status";

  private final Cause missing = warning("missing");
  private final Cause old = warning("old");
  private final Cause failed = warning("failed");

  DumpAge() {
    super("application.dump-age", Vantage.HOST);
  }

  @Override
  public Verdict examine(Site site) {
    if (!Dumps.areMade(site)) {
      return Verdict.healthy("-");
    }
    String status = site.files().text(Dumps.directory(site) + STATUS).orElse("");
    Properties last = PropertyText.read(status);
    if (last.containsKey("failure")) {
      return failed.alone(last.getProperty("tried", "?"), last.getProperty("failure"));
    }
    Optional<Instant> due = due(site);
    List<Dumps.Dump> dumps = Dumps.of(site);
    if (due.isEmpty()) {
      return Verdict.healthy("-");
    }
    if (dumps.isEmpty()) {
      boolean fresh =
          !site.files().exists(Installation.RECORD)
              || site.files().modified(Installation.RECORD).isAfter(due.get());
      return fresh ? Verdict.healthy("-") : missing.alone(Dumps.directory(site));
    }
    Dumps.Dump newest = dumps.getLast();
    return newest.made().isBefore(due.get())
        ? old.alone(newest.name(), Duration.between(newest.made(), site.now()).toHours())
        : Verdict.healthy(newest.name());
  }

  /// The last moment whose dump must be there by now.
  private static Optional<Instant> due(Site site) {
    String timetable = setting(site, Setting._CRONTAB_AUTO_BACKUP_DB);
    try {
      ZoneId zone = ZoneId.of(setting(site, Setting.TIMEZONE));
      return Crontab.parse(timetable)
          .last(site.now().minus(PATIENCE).atZone(zone))
          .map(ZonedDateTime::toInstant);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Unavailable("the timetable of dumps cannot be read: " + e.getMessage(), e);
    }
  }

  private static String setting(Site site, Setting key) {
    return site.installation().setting(key.name(), key.defaultValue());
  }
}

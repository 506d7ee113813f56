package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.site.Site;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The database dumps in their directory, the oldest first.
final class Dumps {
  private static final Pattern NAME =
      Pattern.compile("dataflux(?:-func)?-sqldump-(\\d{8}-\\d{6})\\.sql(\\.gz|\\.zst)?(\\.gpg)?");

  private Dumps() {}

  /// A dump on the host.
  record Dump(String path, String name, long size, Instant made) {}

  static String directory(Site site) {
    String inContainer = site.installation().setting("DB_AUTO_BACKUP_PATH", "/data/sqldump/");
    return site.installation().onHost("beat", inContainer.replaceFirst("/+$", ""));
  }

  static boolean areMade(Site site) {
    return !site.installation()
        .setting("_DISABLE_DB_AUTO_BACKUP", "false")
        .equalsIgnoreCase("true");
  }

  static List<Dump> of(Site site) {
    String directory = directory(site);
    return site.files().list(directory).stream()
        .filter(name -> NAME.matcher(name).matches())
        .map(
            name ->
                new Dump(
                    directory + "/" + name,
                    name,
                    site.files().size(directory + "/" + name),
                    site.files().modified(directory + "/" + name)))
        .sorted(Comparator.comparing(Dump::made).thenComparing(Dump::name))
        .toList();
  }
}

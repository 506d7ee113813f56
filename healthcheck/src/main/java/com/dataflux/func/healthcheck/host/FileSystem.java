package com.dataflux.func.healthcheck.host;

import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.dataflux.func.platform.process.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `stat -f` tells of the file system that a place lies on.
///
/// @param id the same for two places on one file system
record FileSystem(String place, String id, long free, long size, long freeInodes, long inodes) {
  /// One for each file system, by the first place that lies on it.
  static List<FileSystem> of(Site site) {
    Map<String, FileSystem> byId = new LinkedHashMap<>();
    for (String place : Places.of(site)) {
      FileSystem system = look(site, place);
      byId.putIfAbsent(system.id + system.size, system);
    }
    return List.copyOf(byId.values());
  }

  private static FileSystem look(Site site, String place) {
    Outcome outcome =
        site.run("stat", "-f", "-c", "%i %a %b %S %d %c", site.files().at(place).toString())
            .filter(Outcome::succeeded)
            .orElseThrow(() -> new Unavailable("`stat -f` tells nothing of " + place));
    String[] figures = outcome.out().strip().split(" ", -1);
    long block = Long.parseLong(figures[3]);
    return new FileSystem(
        place,
        figures[0],
        Long.parseLong(figures[1]) * block,
        Long.parseLong(figures[2]) * block,
        Long.parseLong(figures[4]),
        Long.parseLong(figures[5]));
  }
}

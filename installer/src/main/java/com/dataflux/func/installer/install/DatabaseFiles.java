package com.dataflux.func.installer.install;

import com.dataflux.func.platform.ProblemKind;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;

/// Which MySQL servers can go on with the files of which. A server reads files of its own series
/// and of the one before it, where a series ends with a long-term release; none reads later files.
final class DatabaseFiles {
  private static final List<String> LONG_TERM = List.of("5.7", "8.0", "8.4", "9.7");

  private DatabaseFiles() {}

  /// @param files that wrote the files, such as `8.4.3`
  /// @param server that is to read them
  static boolean survive(String files, String server) {
    Version from = series(files);
    Version to = series(server);
    return to.compareTo(from) >= 0
        && LONG_TERM.stream()
            .map(Version::parse)
            .filter(release -> release.compareTo(from) > 0)
            .findFirst()
            .map(next -> to.compareTo(next) <= 0)
            .orElse(true);
  }

  /// @throws com.dataflux.func.platform.ProblemException of kind `DATABASE_FAILED`, with the way to
  ///   do it, where the server cannot go on with the files
  static void require(Path directory, String files, String server) {
    if (!survive(files, server)) {
      throw ProblemKind.DATABASE_FAILED.exception(
          "MySQL %s cannot go on with the files of MySQL %s".formatted(server, files),
          "they are in " + directory,
          ("Nothing was changed but images. Make a dump with `dataflux-func backup now`, stop the"
                  + " stack, move %s away, run the same command again, and put the dump back with"
                  + " `dataflux-func backup restore`.")
              .formatted(directory));
    }
  }

  /// The first two numbers.
  private static Version series(String version) {
    return Version.parse(version.replaceAll("^([0-9]+\\.[0-9]+).*", "$1"));
  }
}

package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.Problem;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.templates.InstallDir;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Stands in an install's directory while a rebuild of its host from a full archive has not come to
/// its end: the same command then goes on. A restored database ends it, an install by another
/// command gives it up.
///
/// @param dump that was in the archive; empty until all of it is unpacked
public record RebuildMark(Path archive, Optional<Path> dump) {

  public static Path file(InstallDir dir) {
    return dir.root().resolve(".rebuild");
  }

  public static Optional<RebuildMark> in(InstallDir dir) {
    Map<String, Object> known = YamlFile.read(file(dir));
    return Optional.ofNullable(known.get("archive"))
        .map(
            archive ->
                new RebuildMark(
                    Path.of(archive.toString()),
                    Optional.ofNullable(known.get("dump")).map(dump -> Path.of(dump.toString()))));
  }

  public void write(InstallDir dir) {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("archive", archive.toString());
    dump.ifPresent(file -> known.put("dump", file.toString()));
    AtomicFile.write(
        file(dir),
        YamlFile.write("A rebuild that has not come to its end.", known),
        AtomicFile.PRIVATE);
  }

  public static void remove(InstallDir dir) {
    AtomicFile.delete(file(dir));
  }

  /// Ends the rebuild where it is: the install is one of its own from now on, which no archive may
  /// be unpacked over.
  ///
  /// @return what the operator should know of it
  public Problem giveUp(InstallDir dir) {
    remove(dir);
    return ProblemKind.OTHER_INSTALL.problem(
        "The rebuild from %s is given up".formatted(archive),
        "it had not come to its end, and this is an install of its own now: its database is not"
            + " that of the archive",
        dump.map("`dataflux-func backup restore %s --yes` puts that in its place."::formatted)
            .orElse(
                "To rebuild after all, remove it with `dataflux-func uninstall --data` first."));
  }
}

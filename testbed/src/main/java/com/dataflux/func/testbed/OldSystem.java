package com.dataflux.func.testbed;

import com.dataflux.func.platform.process.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The root file system of Debian 11, to run programs in that were built elsewhere.
public final class OldSystem {
  private static final String ENTER =
      """
      mount --make-rprivate / && mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && mount -t tmpfs tmpfs "$1$3" &&
      mount -t proc proc "$1/proc" && cp -a "$2/." "$1$3" || exit 120
      root=$1; shift 3
      exec chroot "$root" "$@"
      """;

  private OldSystem() {}

  /// Runs a program there.
  ///
  /// @param files a directory that it sees
  /// @param place an existing directory, where it sees them
  public static Outcome run(Path files, String place, String... argv) {
    List<String> whole = new ArrayList<>(List.of("unshare", "--mount", "--net", "sh", "-c", ENTER));
    whole.addAll(List.of("enter", DebianRoot.DEBIAN_11.directory().toString()));
    whole.addAll(List.of(files.toString(), place));
    whole.addAll(List.of(argv));
    return Programs.outcome(whole);
  }
}

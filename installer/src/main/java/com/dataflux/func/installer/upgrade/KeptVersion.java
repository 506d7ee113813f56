package com.dataflux.func.installer.upgrade;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.installer.stack.InstalledVersion;
import com.dataflux.func.installer.stack.Trees;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.files.OnDisk;
import com.dataflux.func.templates.InstallDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// The files of an install as they were at one moment, in a directory that is there whole or not at
/// all. Programs are kept by hard links, which take no space.
public final class KeptVersion {
  private static final String DUMP = "dump";

  /// Under the toolkit.
  private static final List<String> RECORDS =
      List.of("options.yaml", "installed.yaml", "version", "user-config.example.yaml");

  private static final List<String> PROGRAMS =
      List.of("dataflux-func.jar", "dataflux-func.aot", "java", "bin");

  private final InstallDir dir;
  private final Path kept;

  private KeptVersion(InstallDir dir, Path kept) {
    this.dir = dir;
    this.kept = kept;
  }

  /// What ran before the change that is under way, if one is.
  public static Optional<KeptVersion> pending(InstallDir dir) {
    return in(dir, dir.pendingUpgrade());
  }

  /// What ran before the last change that succeeded, if there was one.
  public static Optional<KeptVersion> previous(InstallDir dir) {
    return in(dir, dir.previous());
  }

  private static Optional<KeptVersion> in(InstallDir dir, Path kept) {
    return Files.isDirectory(kept) ? Optional.of(new KeptVersion(dir, kept)) : Optional.empty();
  }

  /// Keeps what there is now, until the change that begins has ended.
  public static KeptVersion keep(InstallDir dir) {
    Path part = dir.toolkit().resolve("pending.part");
    try {
      Trees.delete(part);
      Files.createDirectories(part);
      copy(dir.stackFile(), part);
      copy(dir.stackExample(), part);
      copy(dir.userConfig(), part);
      for (String name : RECORDS) {
        copy(dir.toolkit().resolve(name), part);
      }
      for (String name : PROGRAMS) {
        Trees.link(dir.toolkit().resolve(name), part.resolve(name));
      }
      OnDisk.forceTree(part);
      move(part, dir.pendingUpgrade());
      return new KeptVersion(dir, dir.pendingUpgrade());
    } catch (IOException e) {
      throw failure("kept in " + dir.pendingUpgrade(), e);
    }
  }

  public String version() {
    return InstalledVersion.in(kept).map(InstalledVersion::version).orElse("unknown");
  }

  /// The references of its images.
  public List<String> references() {
    return InstalledVersion.in(kept).map(InstalledVersion::references).orElse(List.of());
  }

  public Path stackFile() {
    return kept.resolve(dir.stackFile().getFileName());
  }

  /// The dump of its data, as the scheduler's container names it, if one was made.
  public Optional<String> dump() {
    try {
      Path note = kept.resolve(DUMP);
      return Files.exists(note) ? Optional.of(Files.readString(note)) : Optional.empty();
    } catch (IOException e) {
      throw failure("read from " + kept, e);
    }
  }

  public void noteDump(String file) {
    AtomicFile.write(kept.resolve(DUMP), file, AtomicFile.READABLE);
  }

  /// Whether the files of the install that decide what runs are the kept ones.
  public boolean isInPlace() {
    try {
      return same(dir.stackFile())
          && same(dir.userConfig())
          && Files.mismatch(dir.toolkit().resolve("installed.yaml"), kept.resolve("installed.yaml"))
              == -1;
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether the configuration is the one that was kept.
  public boolean hasConfigurationInPlace() {
    try {
      return same(dir.userConfig());
    } catch (IOException e) {
      return false;
    }
  }

  private boolean same(Path file) throws IOException {
    return Files.mismatch(file, kept.resolve(file.getFileName())) == -1;
  }

  /// Puts every kept file back into its place.
  public void restore() {
    try {
      replace(kept.resolve(dir.userConfig().getFileName()), dir.userConfig());
      replace(kept.resolve(dir.stackExample().getFileName()), dir.stackExample());
      replace(stackFile(), dir.stackFile());
      for (String name : PROGRAMS) {
        Path target = dir.toolkit().resolve(name);
        Trees.delete(target);
        Trees.link(kept.resolve(name), target);
        if (Files.exists(target)) {
          OnDisk.forceTree(target);
        }
      }
      for (String name : RECORDS) {
        replace(kept.resolve(name), dir.toolkit().resolve(name));
      }
    } catch (IOException e) {
      throw failure("put back from " + kept, e);
    }
  }

  /// Makes what was kept for a change that has succeeded what a rollback goes back to.
  public void becomePrevious() {
    try {
      Trees.delete(dir.previous());
      move(kept, dir.previous());
    } catch (IOException e) {
      throw failure("kept in " + dir.previous(), e);
    }
  }

  public void forget() {
    try {
      Trees.delete(kept);
    } catch (IOException e) {
      throw failure("removed from " + kept, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    OnDisk.force(requireNonNull(to.getParent()));
  }

  private static void copy(Path from, Path directory) throws IOException {
    if (Files.exists(from)) {
      Files.copy(from, directory.resolve(from.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /// The owner stays that of the file replaced: the application reads its configuration.
  private static void replace(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Path part = to.resolveSibling(to.getFileName() + ".part");
      Files.copy(
          from, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Object owner = Files.getAttribute(from, "unix:uid");
      Object group = Files.getAttribute(from, "unix:gid");
      Files.setAttribute(part, "unix:uid", owner);
      Files.setAttribute(part, "unix:gid", group);
      AtomicFile.moveInto(part, to);
    }
  }

  private static ProblemException failure(String what, IOException e) {
    return ProblemKind.FILE_FAILED
        .problem(
            "The version before could not be " + what,
            e.toString(),
            "Look at the free space of that disk, then run the same command again.")
        .asException(e);
  }
}

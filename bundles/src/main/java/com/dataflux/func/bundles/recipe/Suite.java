package com.dataflux.func.bundles.recipe;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.files.AtomicFile;
import com.dataflux.func.platform.process.Command;
import com.dataflux.func.platform.process.CommandRunner;
import com.dataflux.func.platform.process.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A suite of the Debian mirror that the build host itself uses, asked by apt in a directory of its
/// own: nothing of the host's own packages is read or changed.
public final class Suite {
  private static final Duration FETCHING = Duration.ofMinutes(20);
  private static final String KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg";

  private final CommandRunner runner;
  private final Path directory;
  private final String name;

  private Suite(CommandRunner runner, Path directory, String name) {
    this.runner = runner;
    this.directory = directory;
    this.name = name;
  }

  /// @param cache the build cache
  /// @param name codename: `sid`, `bookworm`
  public static Suite open(CommandRunner runner, Path cache, String name) {
    Suite suite = new Suite(runner, cache.resolve("apt").resolve(name), name);
    suite.writeSettings();
    return suite;
  }

  private void writeSettings() {
    try {
      for (String below : List.of("lists/partial", "archives/partial", "empty")) {
        Files.createDirectories(directory.resolve(below));
      }
    } catch (IOException e) {
      throw ProblemKind.BUILD_FAILED
          .problem(
              "The build cache %s cannot be written".formatted(directory),
              e.toString(),
              "Look at its permissions and the free space.")
          .asException(e);
    }
    String source = "deb [signed-by=%s] %s %s main\n".formatted(KEYS, mirror(), name);
    AtomicFile.write(directory.resolve("sources.list"), source, AtomicFile.READABLE);
    AtomicFile.write(directory.resolve("status"), "", AtomicFile.READABLE);
    AtomicFile.write(directory.resolve("apt.conf"), settings(), AtomicFile.READABLE);
  }

  private String settings() {
    return """
    Dir "%1$s";
    Dir::Etc "%1$s";
    Dir::Etc::sourcelist "%1$s/sources.list";
    Dir::Etc::sourceparts "%1$s/empty";
    Dir::Etc::parts "%1$s/empty";
    Dir::Etc::preferencesparts "%1$s/empty";
    Dir::State "%1$s";
    Dir::State::lists "%1$s/lists";
    Dir::State::status "%1$s/status";
    Dir::Cache "%1$s";
    Dir::Cache::archives "%1$s/archives";
    APT::Architecture "amd64";
    APT::Architectures "amd64";
    APT::Install-Recommends "false";
    APT::Sandbox::User "root";
    Acquire::Languages "none";
    Acquire::Retries "3";
    Acquire::Check-Valid-Until "false";
    """
        .formatted(directory);
  }

  private String mirror() {
    Outcome targets =
        runner.run(
            Command.of("apt-get", "indextargets", "--format", "$(COMPONENT) $(LABEL) $(REPO_URI)"));
    return targets
        .out()
        .lines()
        .filter(line -> line.startsWith("main Debian "))
        .map(line -> line.substring("main Debian ".length()))
        .filter(address -> !address.contains(" "))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemKind.BUILD_FAILED.exception(
                    "apt of this machine names no Debian mirror",
                    "`apt-get indextargets` lists none with the component main",
                    "Run `apt-get update`, then run the same command again."));
  }

  /// Fetches the list of packages, where the mirror has a newer one.
  public void refresh() {
    apt(
        List.of("update", "-qq", "--error-on=any"),
        "The list of packages of %s cannot be fetched".formatted(name));
  }

  /// The packages that the named ones need, themselves included, sorted by name.
  public List<DebianPackage> closure(Set<String> packages) {
    List<String> call = new ArrayList<>(List.of("install", "-y", "-qq", "--print-uris"));
    // Downloaded archives would be left out of the list.
    call.addAll(List.of("-o", "Dir::Cache::archives=" + directory.resolve("empty")));
    call.addAll(new TreeSet<>(packages));
    return apt(call, "Packages of %s cannot be resolved".formatted(name))
        .out()
        .lines()
        .filter(line -> line.startsWith("'"))
        .map(DebianPackage::ofUri)
        .sorted((a, b) -> a.file().compareTo(b.file()))
        .toList();
  }

  /// Downloads archives into the cache; apt checks their signatures.
  public void fetch(Set<String> packages) {
    List<String> call = new ArrayList<>(List.of("install", "-y", "-qq", "--download-only"));
    call.addAll(new TreeSet<>(packages));
    apt(call, "Packages of %s cannot be fetched".formatted(name));
  }

  /// Writes the files of a fetched package as an uncompressed tar archive.
  public void unpack(DebianPackage debian, OutputStream out) {
    String archive = directory.resolve("archives").resolve(debian.file()).toString();
    runner
        .run(Command.of("dpkg-deb", "--fsys-tarfile", archive).within(FETCHING), out)
        .orFail(
            "Package %s cannot be unpacked".formatted(debian.file()),
            "Remove %s and run the same command again.".formatted(archive));
  }

  private Outcome apt(List<String> arguments, String failure) {
    List<String> argv = new ArrayList<>(List.of("apt-get"));
    argv.addAll(arguments);
    return runner
        .run(
            Command.of(argv)
                .with("APT_CONFIG", directory.resolve("apt.conf").toString())
                .with("LC_ALL", "C")
                .with("DEBIAN_FRONTEND", "noninteractive")
                .within(FETCHING))
        .orFail(
            failure, "Look at the network and at apt's mirror, then run the same command again.");
  }
}

package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.ArchiveTree;
import com.dataflux.func.bundles.layer.Content;
import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.Node;
import com.dataflux.func.bundles.recipe.DebianPackage;
import com.dataflux.func.bundles.recipe.Suite;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.display.Activity;
import com.dataflux.func.platform.engine.EngineFiles;
import com.dataflux.func.platform.process.CommandRunner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Assembles the engine's programs from Debian packages, in the layout of Docker's static archive:
/// `docker/dockerd` and so on, with loader and libraries in `docker/lib`, and in `docker/fallback`
/// the packet filter that the engine calls, for hosts without their own.
final class DockerPackages {
  static final String SUITE = "bookworm";

  private static final Set<String> PACKAGES =
      Set.of("docker.io", "containerd", "runc", "tini", "iptables");

  /// Name in the archive → place in the packages.
  private static final Map<String, String> PROGRAMS = programs();

  private static final String PLUGINS = "usr/lib/x86_64-linux-gnu/xtables/";

  /// Tables of nftables where the kernel has them, the older ones elsewhere.
  private static final String IPTABLES =
      """
      #!/bin/sh
      # For hosts without iptables of their own.
      here=%s
      name=${0##*/}
      XTABLES_LIBDIR=$here/xtables
      export XTABLES_LIBDIR
      "$here/xtables-nft-multi" "$name" -S INPUT >/dev/null 2>&1 && exec "$here/xtables-nft-multi" "$name" "$@"
      exec "$here/xtables-legacy-multi" "$name" "$@"
      """
          .formatted(EngineFiles.FALLBACK);

  private final CommandRunner runner;
  private final BuildCache cache;

  DockerPackages(CommandRunner runner, BuildCache cache) {
    this.runner = runner;
    this.cache = cache;
  }

  private static Map<String, String> programs() {
    Map<String, String> programs = new LinkedHashMap<>();
    programs.put("docker", "usr/bin/docker");
    programs.put("dockerd", "usr/sbin/dockerd");
    programs.put("docker-proxy", "usr/sbin/docker-proxy");
    programs.put("docker-init", "usr/bin/tini-static");
    programs.put("containerd", "usr/bin/containerd");
    programs.put("containerd-shim-runc-v2", "usr/bin/containerd-shim-runc-v2");
    programs.put("runc", "usr/sbin/runc");
    programs.put("fallback/xtables-nft-multi", "usr/sbin/xtables-nft-multi");
    programs.put("fallback/xtables-legacy-multi", "usr/sbin/xtables-legacy-multi");
    return programs;
  }

  /// The archive, in the cache, named `docker-<version>.tgz`.
  Path archive(Activity parent) throws IOException {
    try (Activity activity = parent.begin("Docker programs from Debian packages")) {
      Suite suite = Suite.open(runner, cache.root(), SUITE);
      suite.refresh();
      List<DebianPackage> packages = suite.closure(PACKAGES);
      Key key = new Key("docker").add(EngineFiles.DIRECTORY.toString()).add(IPTABLES);
      packages.forEach(debian -> key.add(debian.hash()));
      Path directory = cache.directory("docker").resolve(key.digest().shortHex());
      Path made = directory.resolve("docker-%s.tgz".formatted(version(packages)));
      if (Files.isRegularFile(made)) {
        activity.skip("unchanged");
        return made;
      }
      suite.fetch(PACKAGES);
      Files.createDirectories(directory);
      Path spool = Files.createTempDirectory(directory, "spool-");
      try {
        FileTree archive = assemble(unpack(suite, packages, spool), spool);
        Path part = spool.resolve("archive");
        GzipArchive.write(archive, part);
        Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Directories.delete(spool);
      }
      activity.done();
      return made;
    }
  }

  /// `docker.io_20.10.24+dfsg1-…` is 20.10.24.
  private static String version(List<DebianPackage> packages) {
    return packages.stream()
        .filter(debian -> debian.name().equals("docker.io"))
        .map(debian -> debian.file().replaceFirst("^[^_]*_([0-9.]+).*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private static FileTree unpack(Suite suite, List<DebianPackage> packages, Path spool)
      throws IOException {
    FileTree tree = new FileTree();
    Path tar = spool.resolve("package.tar");
    for (DebianPackage debian : packages) {
      try (OutputStream out = Files.newOutputStream(tar)) {
        suite.unpack(debian, out);
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(tar))) {
        tree.putAll(new ArchiveTree(spool).tar(in));
      }
    }
    return tree;
  }

  private FileTree assemble(FileTree packages, Path spool) throws IOException {
    Relocation relocation = new Relocation(runner, packages, EngineFiles.DIRECTORY + "/lib", spool);
    FileTree archive = new FileTree();
    archive.put("docker", new Node.Directory(0755, 0, 0));
    for (String directory : List.of("docker/lib", "docker/fallback", "docker/fallback/xtables")) {
      archive.put(directory, new Node.Directory(0755, 0, 0));
    }
    for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
      put(archive, "docker/" + program.getKey(), relocation.program(program.getValue()));
    }
    putFallback(archive, packages, relocation, spool);
    for (Map.Entry<String, Path> library : relocation.libraries().entrySet()) {
      put(archive, "docker/lib/" + library.getKey(), library.getValue());
    }
    if (archive.nodes().get("docker/lib/" + Relocation.LOADER) == null) {
      throw ProblemKind.BUILD_FAILED.exception(
          "The packages of Docker hold no loader", "", "Give a static archive with --docker FILE.");
    }
    return archive;
  }

  private static void putFallback(
      FileTree archive, FileTree packages, Relocation relocation, Path spool) throws IOException {
    Path script = Files.writeString(Files.createTempFile(spool, "iptables", ""), IPTABLES);
    put(archive, "docker/fallback/iptables", script);
    put(archive, "docker/fallback/ip6tables", script);
    for (Map.Entry<String, Node> entry : packages.nodes().entrySet()) {
      String place = entry.getKey();
      if (place.startsWith(PLUGINS) && place.endsWith(".so")) {
        put(
            archive,
            "docker/fallback/xtables/" + place.substring(PLUGINS.length()),
            relocation.plugin(place));
      }
    }
  }

  private static void put(FileTree archive, String name, Path file) throws IOException {
    archive.put(name, new Node.File(0755, 0, 0, Content.of(file)));
  }
}

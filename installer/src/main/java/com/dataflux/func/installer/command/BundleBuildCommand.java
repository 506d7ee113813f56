package com.dataflux.func.installer.command;

import com.dataflux.func.bundles.build.BuildCache;
import com.dataflux.func.bundles.build.BuildRequest;
import com.dataflux.func.bundles.build.BundleBuilder;
import com.dataflux.func.bundles.build.BundleLayout;
import com.dataflux.func.installer.Release;
import com.dataflux.func.platform.display.Display;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Builds a bundle on this machine, without any Docker engine.
@Command(name = "build", description = "Builds a bundle; no Docker engine is needed.")
final class BundleBuildCommand implements Callable<Integer> {
  private final Display display;

  @Option(
      names = "--output",
      paramLabel = "PATH",
      description =
          "What to write; replaced if it exists. Default: dataflux-func-portable, and .tar after it"
              + " for a single file.")
  private @Nullable Path output;

  @Option(
      names = "--layout",
      defaultValue = "directory",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private BundleLayout layout = BundleLayout.DIRECTORY;

  @Option(names = "--single-file", description = "The same as --layout single_file.")
  private boolean singleFile;

  @Option(
      names = "--image",
      paramLabel = "NAME=ORIGIN",
      description = "Takes an image from elsewhere: recipe:NAME, a registry's reference, a file.")
  private Map<String, String> images = Map.of();

  @Option(
      names = "--docker",
      paramLabel = "FILE",
      description = "Docker's static archive; assembled from Debian packages otherwise.")
  private @Nullable Path docker;

  @Option(
      names = "--jdk",
      paramLabel = "DIR",
      description = "The JDK that the Java runtime is made of; the one this runs on otherwise.")
  private Path jdk = Path.of(System.getProperty("java.home"));

  @Option(
      names = "--application",
      paramLabel = "FILE",
      description = "The application's archive; the one inside this program otherwise.")
  private @Nullable Path application;

  BundleBuildCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    BundleLayout chosen = singleFile ? BundleLayout.SINGLE_FILE : layout;
    Path target = output == null ? Path.of(chosen.usualName()) : output;
    try (BundleParts parts = BundleParts.unpack()) {
      BuildRequest request =
          new BuildRequest(
              Release.version(),
              target,
              chosen,
              images,
              Optional.ofNullable(docker),
              jdk,
              application == null ? parts.application() : application,
              parts.files());
      new BundleBuilder(new HostCommandRunner(), BuildCache.ofUser(), display).build(request);
    }
    display.answer("The bundle is in %s.".formatted(target), Map.of("path", target));
    return 0;
  }
}

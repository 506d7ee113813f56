package com.dataflux.func.installer.command;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.platform.display.Display;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Reads every byte of a bundle.
@Command(
    name = "verify",
    description = "Reads every byte of a bundle and compares it with the manifest.")
final class BundleVerifyCommand implements Callable<Integer> {
  private final Display display;

  @Parameters(paramLabel = "BUNDLE", description = "The bundle's directory, or its .tar.")
  private Path path = Path.of("");

  BundleVerifyCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    try (Bundle bundle = Bundle.open(path)) {
      bundle.verify(display);
      display.answer("%s is whole.".formatted(path), Map.of("path", path, "whole", true));
    }
    return 0;
  }
}

package com.dataflux.func.installer.command;

import com.dataflux.func.bundles.Bundle;
import com.dataflux.func.bundles.Inspection;
import com.dataflux.func.platform.display.Display;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Lists what is in a bundle.
@Command(
    name = "inspect",
    description = "Lists the images of a bundle, their layers, sizes, and what is shared.")
final class BundleInspectCommand implements Callable<Integer> {
  private final Display display;

  @Parameters(paramLabel = "BUNDLE", description = "The bundle's directory, or its .tar.")
  private Path path = Path.of("");

  BundleInspectCommand(Display display) {
    this.display = display;
  }

  @Override
  public Integer call() {
    try (Bundle bundle = Bundle.open(path)) {
      Inspection inspection = Inspection.of(bundle);
      display.answer(inspection.text(), inspection.fields());
    }
    return 0;
  }
}

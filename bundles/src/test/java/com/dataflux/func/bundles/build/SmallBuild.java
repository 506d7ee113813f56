package com.dataflux.func.bundles.build;

import com.dataflux.func.platform.display.TextDisplay;
import com.dataflux.func.platform.process.HostCommandRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A whole build whose only image made by a recipe is Redis. Arguments: cache, output, an archive
/// for the other images, and Docker's archive, which is assembled where there is none.
final class SmallBuild {
  private SmallBuild() {}

  public static void main(String[] arguments) {
    String archive = arguments[2];
    BuildRequest request =
        new BuildRequest(
            "1.2.3",
            Path.of(arguments[1]),
            BundleLayout.DIRECTORY,
            Map.of("mysql", archive, "eclipse-mosquitto", archive, "dataflux-func", archive),
            arguments.length > 3 ? Optional.of(Path.of(arguments[3])) : Optional.empty(),
            Path.of(System.getProperty("java.home")),
            Path.of(archive),
            Map.of());
    TextDisplay display = new TextDisplay(System.out, System.err, false);
    new BundleBuilder(new HostCommandRunner(), new BuildCache(Path.of(arguments[0])), display)
        .build(request);
  }
}

package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.Site;
import java.nio.file.Path;
import java.util.List;

/// Hosts for the tests of other packages.
public final class FakeHosts {
  private FakeHosts() {}

  /// A host in which secrets are planted.
  public record Planted(Site site, List<String> secrets) {}

  public static Planted withSecrets(Path root) {
    FakeHost host = new FakeHost(root, FakeHost.Shape.FULL);
    host.commands.answer("ps", "");
    host.commands.answer("df", "");
    PlantedSecrets planted = PlantedSecrets.on(host);
    return new Planted(host.site(), planted.secrets());
  }
}

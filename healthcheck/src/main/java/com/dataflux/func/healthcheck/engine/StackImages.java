package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.EngineImage;
import com.dataflux.func.healthcheck.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The engine holds the images of the stack, unaltered.
final class StackImages extends Check {
  /// Tags end in the first digits of the image's digest, so that an altered image shows itself.
  private static final Pattern TAG = Pattern.compile(":.*-([0-9a-f]{12})$");

  private final Cause missing = fault("missing");
  private final Cause altered = fault("altered");

  StackImages() {
    super("engine.images", Vantage.HOST, Section.NO_CONTAINER, Section.RESTART_LOOP);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings = new ArrayList<>();
    // The containerd store names an image by its manifest, not by its configuration.
    boolean named = !site.engine().info().storageDriver().equals("overlayfs");
    Set<String> references = new LinkedHashSet<>();
    site.installation().stack().values().forEach(service -> references.add(service.image()));
    for (String reference : references) {
      Optional<EngineImage> image = find(site, reference);
      if (image.isEmpty()) {
        findings.add(missing.found(reference));
      } else if (named && isAltered(reference, image.get())) {
        findings.add(altered.found(reference, image.get().id()));
      }
    }
    return Verdict.of(Integer.toString(references.size()), findings);
  }

  private static Optional<EngineImage> find(Site site, String reference) {
    return site.engine().images().stream()
        .filter(image -> image.references().contains(reference))
        .findFirst();
  }

  private static boolean isAltered(String reference, EngineImage image) {
    Matcher tag = TAG.matcher(reference);
    return tag.find() && !image.id().startsWith("sha256:" + tag.group(1));
  }
}

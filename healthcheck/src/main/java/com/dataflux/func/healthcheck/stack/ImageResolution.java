package com.dataflux.func.healthcheck.stack;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Finding;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.StackService;
import java.util.List;

/// A start of the stack asks no registry for images that the host already has.
final class ImageResolution extends Check {
  private final Cause asked = warning("asked");

  ImageResolution() {
    super(
        "stack.image-resolution", Vantage.HOST, Section.SLOW_START, Section.SLOW_START_REPRODUCED);
  }

  @Override
  public Verdict examine(Site site) {
    List<Finding> findings =
        site.installation().stack().values().stream()
            .map(StackService::image)
            .filter(image -> image.contains("/") && image.split("/", 2)[0].matches(".*[.:].*"))
            .distinct()
            .map(image -> asked.found(image, image.split("/", 2)[0]))
            .toList();
    return Verdict.of("-", findings);
  }
}

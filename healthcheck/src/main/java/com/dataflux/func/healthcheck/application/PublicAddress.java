package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Web.Reply;
import com.dataflux.func.healthcheck.site.Web.Unreached;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The address that users are given, with whatever stands in front, keeps a POST a POST.
final class PublicAddress extends Check {
  private static final Duration LAST_DAYS = Duration.ofDays(14);

  private final Cause malformed = warning("malformed");
  private final Cause unreachable = warning("unreachable");
  private final Cause redirectsPost = warning("redirects-post");
  private final Cause certificateExpired = fault("certificate-expired");
  private final Cause certificateEnds = warning("certificate-ends");

  PublicAddress() {
    super(
        "application.public-address",
        Vantage.HOST,
        Section.FIREWALL,
        Section.WRONG_ADDRESS,
        Section.REDIRECTED_POST);
  }

  @Override
  public Verdict examine(Site site) {
    String base = site.installation().setting("WEB_BASE_URL", "").strip();
    if (base.isEmpty()) {
      return Verdict.healthy("-");
    }
    if (!base.matches("https?://[^\\s/]+.*")) {
      return malformed.alone(base);
    }
    URI address = URI.create(base.replaceFirst("/+$", "") + "/api/v1/do/ping");
    try {
      Reply reply = site.web().post(address);
      if (List.of(301, 302, 303).contains(reply.status())) {
        return redirectsPost.alone(address, reply.status(), reply.location());
      }
      Optional<Instant> end = reply.certificateEnd();
      return end.map(moment -> judge(site, base, moment)).orElse(Verdict.healthy(base));
    } catch (Unreached e) {
      return unreachable.alone(base);
    }
  }

  private Verdict judge(Site site, String base, Instant end) {
    if (end.isBefore(site.now())) {
      return certificateExpired.alone(base, end);
    }
    return end.isBefore(site.now().plus(LAST_DAYS))
        ? certificateEnds.alone(base, end)
        : Verdict.healthy(base);
  }
}

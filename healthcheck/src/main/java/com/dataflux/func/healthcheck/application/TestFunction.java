package com.dataflux.func.healthcheck.application;

import com.dataflux.func.healthcheck.check.Cause;
import com.dataflux.func.healthcheck.check.Check;
import com.dataflux.func.healthcheck.check.Section;
import com.dataflux.func.healthcheck.check.Vantage;
import com.dataflux.func.healthcheck.check.Verdict;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.dataflux.func.healthcheck.site.Web.Reply;
import com.dataflux.func.healthcheck.site.Web.Unreached;
import com.dataflux.func.healthcheck.stack.Deploy;
import java.net.URI;
import java.util.List;

/// A function that does nothing is called through the queue and answers: the test that the manual
/// has people write.
final class TestFunction extends Check {
  /// The reason of a call that failed, among others because its worker ended while it ran; that
  /// says nothing about the worker there is now.
  private static final String FAILED = "EFuncFailed";

  /// The reason of the server where no worker has answered it, which it waits for less long than
  /// somebody patient does for the server.
  private static final String UNANSWERED = "EAPITimeout";

  private static final int ATTEMPTS = 3;

  private final Cause silent =
      fault(
          "silent",
          (site, finding) ->
              List.of(Deploy.restart(site.installation().isMini() ? "worker" : "worker-1-6")));
  private final Cause failing = fault("failing");

  TestFunction() {
    super(
        "application.test-function",
        Vantage.HOST,
        Section.TEST_FUNCTION_ANSWERS,
        Section.TEST_FUNCTION_SILENT);
  }

  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public Verdict examine(Site site) {
    URI address = LocalWeb.at(site, "/api/v1/al/auln-hello-world");
    try {
      Reply reply = site.web().get(address);
      for (int attempt = 1; attempt < ATTEMPTS && reply.body().contains(FAILED); attempt++) {
        reply = site.web().get(address);
      }
      if (reply.status() == 404) {
        throw new Unavailable("the sample link auln-hello-world was removed");
      }
      if (reply.body().contains(UNANSWERED)) {
        return silent.alone(address);
      }
      return reply.status() == 200
          ? Verdict.healthy(address)
          : failing.alone(address, reply.status(), reply.body().lines().findFirst().orElse(""));
    } catch (Unreached e) {
      return silent.alone(address);
    }
  }
}

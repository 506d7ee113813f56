package com.dataflux.func.healthcheck.site;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// HTTP as a browser or `curl` on the host speaks it; redirects are answers, not followed.
public interface Web {

  /// An answer.
  ///
  /// @param location where a redirect points; empty otherwise
  /// @param body at most its first 64 kB
  /// @param certificateEnd until when the server's certificate is valid; empty without TLS
  record Reply(int status, String location, String body, Optional<Instant> certificateEnd) {}

  /// @throws Unreached where there is no answer
  Reply get(URI address);

  /// Sends an empty JSON object.
  ///
  /// @throws Unreached where there is no answer
  Reply post(URI address);

  /// That no answer came.
  final class Unreached extends RuntimeException {
    private final transient Reach how;

    public Unreached(Reach how, String detail) {
      super(detail);
      this.how = how;
    }

    public Reach how() {
      return how;
    }
  }
}

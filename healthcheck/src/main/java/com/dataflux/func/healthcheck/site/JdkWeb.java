package com.dataflux.func.healthcheck.site;

import com.dataflux.func.healthcheck.site.Web.Reply;
import com.dataflux.func.healthcheck.site.Web.Unreached;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;

/// HTTP by the JDK. Certificates are looked at, not trusted: an expired one is a finding, not the
/// end.
public final class JdkWeb implements Web {
  private static final Duration LIMIT = Duration.ofMillis(2500);
  private static final int MOST = 64 * 1024;

  private final Duration limit;
  private final Once<HttpClient> client;

  public JdkWeb(Patience patience) {
    Duration limit = patience.of(LIMIT);
    this.limit = limit;
    this.client = new Once<>(() -> client(limit));
  }

  @Override
  public Reply get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  @Override
  public Reply post(URI address) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}")));
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          client.get().send(request.timeout(limit).build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(MOST), StandardCharsets.UTF_8);
        String location = response.headers().firstValue("location").orElse("");
        return new Reply(
            response.statusCode(),
            location,
            text,
            response.sslSession().flatMap(JdkWeb::certificateEnd));
      }
    } catch (HttpTimeoutException e) {
      throw new Unreached(Reach.SILENT, String.valueOf(e.getMessage()));
    } catch (ConnectException e) {
      boolean unknown =
          e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException;
      throw new Unreached(
          unknown ? Reach.UNKNOWN_NAME : Reach.REFUSED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Unreached(Reach.SILENT, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreached(Reach.SILENT, "interrupted");
    }
  }

  private static Optional<Instant> certificateEnd(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? Optional.of(certificate.getNotAfter().toInstant())
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private static HttpClient client(Duration limit) {
    try {
      SSLContext looking = SSLContext.getInstance("TLS");
      looking.init(null, new TrustManager[] {new AnyCertificate()}, null);
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(limit)
          .sslContext(looking)
          .build();
    } catch (GeneralSecurityException e) {
      throw new Unavailable("this Java has no TLS", e);
    }
  }
}

package com.dataflux.func.runtime.server.http;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.runtime.config.WebSettings;
import com.fasterxml.jackson.databind.node.NullNode;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Listens for HTTP requests and passes each to its route. The routes can be exchanged while it
/// runs: first those of setup, later all.
public final class Listener implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Listener.class.getName());

  /// What no record in the database tells of, and an operator may be asked about.
  private static final Set<Reason> LOGGED = Set.of(Reason.EAPITimeout, Reason.EClientBadRequest);

  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
  private static final HeaderName TRACE_ID = HeaderNames.create("X-Trace-Id");
  private static final HeaderName REQUEST_TIME = HeaderNames.create("X-Request-Time");
  private static final HeaderName RESPONSE_TIME = HeaderNames.create("X-Response-Time");
  private static final HeaderName REQUEST_COST = HeaderNames.create("X-Request-Cost");

  /// Names of headers that routes ask for, made once.
  private static final Map<String, HeaderName> NAMES = new ConcurrentHashMap<>();

  /// What the listener works with at a moment.
  ///
  /// @param complete whether all routes are there; before that an unknown one may come yet
  /// @param pages answers `GET` outside `/api/`; a null answer is 404
  public record Site(RouteTable routes, boolean complete, Gate gate, Pages pages) {}

  /// Everything that is not a route.
  @FunctionalInterface
  public interface Pages {
    @Nullable Answer get(String path, Call.Headers headers) throws IOException;
  }

  private final WebSettings settings;
  private final AtomicReference<Site> site;
  private final BodyRoom room;
  private final WebServer server;

  public Listener(WebSettings settings, Site first) {
    this(settings, first, BodyRoom.ofHeap());
  }

  Listener(WebSettings settings, Site first, BodyRoom room) {
    this.settings = settings;
    this.room = room;
    this.site = new AtomicReference<>(first);
    this.server =
        WebServer.builder()
            .port(settings.port())
            .shutdownHook(false)
            .routing(routing -> routing.any(this::handle))
            .build();
  }

  public void start() {
    server.start();
  }

  public int port() {
    return server.port();
  }

  public void exchange(Site next) {
    site.set(next);
  }

  /// Stops listening once the calls under way are answered.
  @Override
  public void close() {
    server.stop();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    Trace trace = Trace.begin();
    String method = request.prologue().method().text();
    String path = request.path().rawPath();
    String rawQuery = request.query().rawValue();
    String url = rawQuery.isEmpty() ? path : path + "?" + rawQuery;
    Call.Headers headers =
        name -> request.headers().first(NAMES.computeIfAbsent(name, HeaderNames::create));
    Site now = site.get();
    try {
      Answer answer;
      if (path.startsWith("/api/")) {
        answer = route(now, trace, method, path, url, rawQuery, headers, request);
      } else {
        answer =
            method.equals("GET") || method.equals("HEAD") ? now.pages.get(path, headers) : null;
        if (answer == null) {
          throw Reason.EClientNotFound.refusal("There is nothing at %s.".formatted(path));
        }
      }
      send(answer, trace, response);
    } catch (Refusal refusal) {
      if (LOGGED.contains(refusal.reason())) {
        LOG.warning(
            "%s %s %s: %s, %s"
                .formatted(trace.id(), method, path, refusal.reason(), refusal.text()));
      }
      fail(refusal, trace, method, url, response);
    } catch (ProblemException e) {
      LOG.log(Level.WARNING, trace.id() + " " + method + " " + path, e);
      fail(
          Reason.EUnavailable.refusal(String.valueOf(e.getMessage())),
          trace,
          method,
          url,
          response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(Reason.EUnavailable.refusal("The server stops."), trace, method, url, response);
    } catch (Exception e) {
      LOG.log(Level.SEVERE, trace.id() + " " + method + " " + path, e);
      fail(Failures.refusal(e), trace, method, url, response);
    }
  }

  private Answer route(
      Site now,
      Trace trace,
      String method,
      String path,
      String url,
      String rawQuery,
      Call.Headers headers,
      ServerRequest request)
      throws Exception {
    Optional<RouteTable.Match> match = now.routes.find(method, path);
    if (match.isEmpty() && !now.complete) {
      throw Refusal.awaitingDatabases();
    }
    if (match.isEmpty()) {
      throw Reason.EClientNotFound.refusal("There is no route %s.".formatted(path));
    }
    Route route = match.get().route();
    Identity identity = identify(now, route, headers);
    try (BodyRoom.Share share = room.share()) {
      Call call =
          new Call(
              trace,
              method,
              url,
              match.get().values(),
              PercentCoding.fields(rawQuery),
              headers,
              request.remotePeer().host(),
              identity,
              new Body(
                  () -> request.content().inputStream(),
                  request.headers().contentLength().orElse(request.content().hasEntity() ? -1 : 0),
                  settings.bodyLimit(),
                  settings.uploadLimit(),
                  share));
      return handle(now, route, call);
    }
  }

  private static Answer handle(Site now, Route route, Call call) throws Exception {
    try {
      Answer answer = route.handler().handle(call);
      if (route.isRecorded()) {
        now.gate.record(call, route, true);
      }
      return answer;
    } catch (Refusal refusal) {
      if (route.isRecorded()) {
        now.gate.record(call, route, false);
      }
      throw refusal;
    }
  }

  private static Identity identify(Site now, Route route, Call.Headers headers) {
    if (route.access() == Access.ANYONE) {
      return Identity.NOBODY;
    }
    Identity identity =
        now.gate.identify(
            headers.first("X-Dff-Auth-Token").orElse(""),
            headers.first("X-Dff-Access-Key").orElse(""));
    if (!identity.isSignedIn()) {
      throw Reason.EUserAuth.refusal("Sign in first, or sign in again.");
    }
    if (route.access() == Access.ADMIN && !identity.isAdmin()) {
      throw Reason.EUserPrivilege.refusal("Only an administrator may do this.");
    }
    return identity;
  }

  private static void fail(
      Refusal refusal, Trace trace, String method, String url, ServerResponse response) {
    if (response.isSent()) {
      return;
    }
    Envelope envelope = Envelope.of(trace);
    response.status(Status.create(refusal.reason().status()));
    refusal.headers().forEach((name, value) -> response.header(name, value));
    mark(envelope, response);
    response.header(JSON);
    response.send(envelope.failure(refusal, method, url));
  }

  private static void send(@Nullable Answer answer, Trace trace, ServerResponse response)
      throws IOException {
    Envelope envelope = Envelope.of(trace);
    mark(envelope, response);
    switch (answer) {
      case null -> response.send(envelope.success(NullNode.getInstance()));
      case Answer.Data(var data) -> {
        response.header(JSON);
        response.send(envelope.success(data));
      }
      case Answer.Bytes(int status, Map<String, String> headers, ByteBuffer body) -> {
        response.status(Status.create(status));
        headers.forEach((name, value) -> response.header(name, value));
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        response.send(bytes);
      }
      case Answer.Content(var headers, var file) -> {
        headers.forEach((name, value) -> response.header(name, value));
        response.header("Content-Length", Long.toString(Files.size(file)));
        try (OutputStream out = response.outputStream()) {
          Files.copy(file, out);
        }
      }
    }
  }

  private static void mark(Envelope envelope, ServerResponse response) {
    response.header(TRACE_ID, envelope.traceId());
    response.header(REQUEST_TIME, envelope.reqTime());
    response.header(RESPONSE_TIME, envelope.respTime());
    response.header(REQUEST_COST, Long.toString(envelope.reqCost()));
  }
}

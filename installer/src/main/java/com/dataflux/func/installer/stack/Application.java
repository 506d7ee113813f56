package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.templates.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The application's HTTP interface on this host, as far as an install needs it.
public final class Application {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern COMPLETED = Pattern.compile("\"isCompleted\"\\s*:\\s*true");

  private final String root;

  public Application(Port port) {
    this.root = "http://127.0.0.1:" + port;
  }

  /// What the application answered.
  public record Answer(int status, String body) {
    public boolean isOk() {
      return status == 200;
    }

    /// The sentence meant for people, or everything.
    public String message() {
      Matcher matcher = MESSAGE.matcher(body);
      return matcher.find() && !matcher.group(1).isEmpty() ? matcher.group(1) : status + " " + body;
    }
  }

  /// Whether the web port answers; no failure where it does not yet.
  public boolean answersPing() {
    return answers("/api/v1/do/ping");
  }

  /// Whether it takes calls: its databases are connected and their tables up to date.
  public boolean takesCalls() {
    return answers("/api/v1/do/health");
  }

  private boolean answers(String path) {
    try {
      return send(HttpRequest.newBuilder(), path).isOk();
    } catch (IOException e) {
      return false;
    }
  }

  public boolean isSetUp() {
    try {
      Answer answer = send(HttpRequest.newBuilder(), "/api/v1/setup/do/status");
      return answer.isOk() && COMPLETED.matcher(answer.body()).find();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  public Answer post(String path, String json) {
    try {
      return send(
          HttpRequest.newBuilder()
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json)),
          path);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Answer send(HttpRequest.Builder request, String path) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      HttpResponse<String> response =
          client.send(
              request.uri(URI.create(root + path)).timeout(LIMIT).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemKind.INTERRUPTED
          .problem("Stopped while the application was asked", "", "Run the same command again.")
          .asException(e);
    }
  }

  private ProblemException unreachable(IOException e) {
    return ProblemKind.SETUP_FAILED
        .problem(
            "The application does not answer at " + root,
            e.toString(),
            "Look at `docker service ls`, then run the same command again.")
        .asException(e);
  }
}

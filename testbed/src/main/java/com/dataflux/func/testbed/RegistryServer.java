package com.dataflux.func.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A real registry without images on a random loopback port.
public final class RegistryServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = Place.freePort();
  private final RootedProcess process;

  private RegistryServer() {
    Path data = Leftovers.directory("registry");
    try {
      Files.writeString(
          data.resolve("config.yml"),
          """
          version: 0.1
          storage: {filesystem: {rootdirectory: /mnt/store}}
          http: {addr: "127.0.0.1:%d"}
          """
              .formatted(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path root = DebianRoot.REGISTRY.directory();
    process =
        RootedProcess.start(
            root, data, "", Place.LOOPBACK, List.of("docker-registry", "serve", "/mnt/config.yml"));
    process.awaitReady(START, () -> send(HttpRequest.newBuilder(uri("/v2/"))).statusCode() == 200);
  }

  /// Starts one and waits until it answers.
  public static RegistryServer start() {
    return new RegistryServer();
  }

  /// `127.0.0.1:` and the port.
  public String host() {
    return "127.0.0.1:" + port;
  }

  /// Puts a blob into a repository.
  public void putBlob(String repository, String digest, InputStream content) throws IOException {
    HttpRequest.Builder begin =
        HttpRequest.newBuilder(uri("/v2/%s/blobs/uploads/".formatted(repository)))
            .POST(BodyPublishers.noBody());
    String place = send(begin).headers().firstValue("Location").orElseThrow();
    URI upload = URI.create(place + (place.contains("?") ? "&" : "?") + "digest=" + digest);
    BodyPublisher body = BodyPublishers.ofByteArray(content.readAllBytes());
    expect(201, send(HttpRequest.newBuilder(uri("/").resolve(upload)).PUT(body)));
  }

  /// Puts a manifest or an index under a tag.
  public void putManifest(String repository, String tag, String mediaType, String json)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri("/v2/%s/manifests/%s".formatted(repository, tag)))
            .header("Content-Type", mediaType)
            .PUT(BodyPublishers.ofString(json));
    expect(201, send(request));
  }

  private URI uri(String path) {
    return URI.create("http://" + host() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      throw new IllegalStateException(response + " " + response.body());
    }
  }

  @Override
  public void close() {
    process.stop();
    http.close();
  }
}

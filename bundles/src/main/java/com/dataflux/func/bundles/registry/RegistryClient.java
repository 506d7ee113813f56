package com.dataflux.func.bundles.registry;

import com.dataflux.func.bundles.oci.Blobs;
import com.dataflux.func.bundles.oci.MediaType;
import com.dataflux.func.bundles.oci.StrictJson;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The requests that pulling an image takes. What is asked for first without a name may then be
/// asked for again with a token, or with the name and password of Docker's configuration.
final class RegistryClient implements AutoCloseable {
  private static final String MANIFESTS =
      String.join(
          ", ",
          List.of(
              MediaType.MANIFEST,
              MediaType.INDEX,
              MediaType.DOCKER_MANIFEST,
              MediaType.DOCKER_LIST));
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_MOVES = 5;
  private static final int LARGEST_TOKEN = 1 << 20;
  private static final Duration ANSWER = Duration.ofMinutes(1);

  /// Follows nothing by itself: a registry's token must not reach the store that it points to.
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

  private final RegistryReference reference;
  private final String password;
  private volatile String authorization = "";

  RegistryClient(RegistryReference reference) {
    this.reference = reference;
    this.password = DockerLogins.ofUser().basic(reference.host());
  }

  /// @param version tag or digest
  byte[] manifest(String version) throws IOException {
    try (InputStream body = get("manifests/" + version, MANIFESTS)) {
      return body.readNBytes(Blobs.LARGEST_MANIFEST);
    }
  }

  InputStream blob(Digest digest) throws IOException {
    return get("blobs/" + digest, "*/*");
  }

  private InputStream get(String path, String accept) throws IOException {
    URI address = reference.address().resolve(path);
    HttpResponse<InputStream> response = send(address, accept, authorization);
    if (response.statusCode() == 401) {
      response.body().close();
      authorization = authorize(AuthChallenge.of(response.headers()));
      response = send(address, accept, authorization);
    }
    for (int i = 0; i < MOST_MOVES && MOVED.contains(response.statusCode()); i++) {
      response.body().close();
      address = address.resolve(response.headers().firstValue("Location").orElse(""));
      response = send(address, accept, "");
    }
    return body(response, path);
  }

  private String authorize(AuthChallenge challenge) throws IOException {
    if (challenge.scheme().equals("basic")) {
      return password;
    }
    HttpResponse<InputStream> response =
        send(challenge.tokenAddress(), "application/json", password);
    try (InputStream body = body(response, "token")) {
      StrictJson token = StrictJson.read("token", body.readNBytes(LARGEST_TOKEN));
      return "Bearer " + token.get(token.has("token") ? "token" : "access_token").text();
    }
  }

  private InputStream body(HttpResponse<InputStream> response, String what) throws IOException {
    if (response.statusCode() == 200) {
      return response.body();
    }
    response.body().close();
    throw ProblemKind.SOURCE_UNUSABLE.exception(
        "The registry does not give %s".formatted(reference),
        "it answers %d for %s".formatted(response.statusCode(), what),
        "Correct the name, or log in with `docker login %s`.".formatted(reference.host()));
  }

  private HttpResponse<InputStream> send(URI address, String accept, String credentials)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(ANSWER).header("Accept", accept);
    if (!credentials.isEmpty()) {
      request.header("Authorization", credentials);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemKind.INTERRUPTED
          .problem("The build was stopped", "", "Run the same command again.")
          .asException(e);
    } catch (IOException e) {
      throw ProblemKind.SOURCE_UNUSABLE
          .problem(
              "The registry of %s does not answer".formatted(reference),
              e.toString(),
              "Look at the network and the name, or give the image as a file.")
          .asException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

package com.dataflux.func.platform.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A connection to an engine's socket that speaks a version of the API which both sides know.
///
/// @param client speaking that version
/// @param upload likewise
/// @param version what the engine says of itself
/// @param apiVersion the newest that the engine speaks
record Connection(
    DockerClient client, ImageUpload upload, Version version, RemoteApiVersion apiVersion) {
  /// The newest version whose answers this program was tried with.
  private static final RemoteApiVersion TRIED = RemoteApiVersion.create(1, 44);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 32;

  /// Asks an unversioned path first: 18.06 knows nothing newer than 1.38, 29.0 refuses anything
  /// older than 1.44.
  static Connection open(Path socket) {
    Version version;
    try (DockerClient unversioned = client(socket, RemoteApiVersion.UNKNOWN_VERSION)) {
      version = unversioned.versionCmd().exec();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RemoteApiVersion newest = RemoteApiVersion.parseConfig(version.getApiVersion());
    RemoteApiVersion chosen =
        negotiate(newest, RemoteApiVersion.parseConfigWithDefault(version.getMinAPIVersion()));
    ImageUpload upload = new ImageUpload(socket, chosen.getVersion());
    return new Connection(client(socket, chosen), upload, version, newest);
  }

  /// The newest version that both know. An engine that has given up all that were tried gets its
  /// oldest.
  static RemoteApiVersion negotiate(RemoteApiVersion newest, @Nullable RemoteApiVersion oldest) {
    RemoteApiVersion chosen = newest.isGreaterOrEqual(TRIED) ? TRIED : newest;
    if (oldest == null || oldest.equals(RemoteApiVersion.UNKNOWN_VERSION)) {
      return chosen;
    }
    return chosen.isGreaterOrEqual(oldest) ? chosen : oldest;
  }

  private static DockerClient client(Path socket, RemoteApiVersion version) {
    URI host = URI.create("unix://" + socket.toAbsolutePath());
    DefaultDockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost(host.toString())
            .withDockerTlsVerify(false)
            .withApiVersion(version)
            .build();
    return DockerClientImpl.getInstance(
        config,
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(host)
            .maxConnections(CONNECTIONS)
            .connectionTimeout(CONNECT_TIMEOUT)
            .build());
  }
}

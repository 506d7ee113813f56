package com.dataflux.func.platform.engine;

import static java.util.Objects.requireNonNullElse;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.LocalNodeState;
import com.github.dockerjava.api.model.SwarmInfo;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.RemoteApiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the answers of `/info` and `/version`.
final class Facts {
  private static final String CONTAINERD_STORE = "io.containerd.snapshotter.v1";

  private Facts() {}

  static EngineFacts of(Info info, Version version, RemoteApiVersion newest) {
    return new EngineFacts(
        text(version.getVersion()),
        newest.getVersion(),
        text(info.getArchitecture()),
        text(info.getDriver()),
        store(info),
        Path.of(requireNonNullElse(info.getDockerRootDir(), "/var/lib/docker")),
        requireNonNullElse(info.getSecurityOptions(), List.<String>of()),
        warnings(info));
  }

  private static List<String> warnings(Info info) {
    return info.getRawValues().get("Warnings") instanceof List<?> list
        ? list.stream().map(Objects::toString).toList()
        : List.of();
  }

  private static ImageStore store(Info info) {
    List<List<String>> status =
        requireNonNullElse(info.getDriverStatuses(), List.<List<String>>of());
    return status.stream().anyMatch(row -> row.contains(CONTAINERD_STORE))
        ? ImageStore.CONTAINERD
        : ImageStore.GRAPH_DRIVER;
  }

  static SwarmState swarm(Info info) {
    SwarmInfo swarm = info.getSwarm();
    LocalNodeState state = swarm == null ? null : swarm.getLocalNodeState();
    if (swarm == null || state == null || state == LocalNodeState.INACTIVE) {
      return new SwarmState.Inactive();
    }
    if (state != LocalNodeState.ACTIVE) {
      return new SwarmState.Broken(state.getValue(), text(swarm.getError()));
    }
    if (Boolean.TRUE.equals(swarm.getControlAvailable())) {
      return new SwarmState.Manager(
          text(swarm.getNodeID()),
          text(swarm.getNodeAddr()),
          requireNonNullElse(swarm.getNodes(), 1));
    }
    return new SwarmState.Worker(
        swarm.getRemoteManagers() == null
            ? ""
            : swarm.getRemoteManagers().stream()
                .map(peer -> text(peer.getAddr()))
                .collect(Collectors.joining(", ")));
  }

  private static String text(@Nullable String value) {
    return requireNonNullElse(value, "");
  }
}

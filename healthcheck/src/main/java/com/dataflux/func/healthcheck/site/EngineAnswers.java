package com.dataflux.func.healthcheck.site;

import com.dataflux.func.healthcheck.site.EngineService.PublishedPort;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Turns the engine's JSON into records.
final class EngineAnswers {
  private static final int LOG_HEADER = 8;

  private EngineAnswers() {}

  static EngineInfo info(JsonNode info, JsonNode version) {
    JsonNode swarm = info.path("Swarm");
    return new EngineInfo(
        info.path("ServerVersion").asText(),
        version.path("MinAPIVersion").asText("1.12"),
        info.path("DockerRootDir").asText(),
        info.path("Driver").asText(),
        info.path("LiveRestoreEnabled").asBoolean(),
        texts(info.path("SecurityOptions")),
        info.path("HttpProxy").asText(""),
        info.path("NoProxy").asText(""),
        swarm.path("LocalNodeState").asText("inactive"),
        swarm.path("NodeAddr").asText(""),
        swarm.path("NodeID").asText(""),
        swarm.path("ControlAvailable").asBoolean());
  }

  static EngineNode node(JsonNode node) {
    return new EngineNode(
        node.path("ID").asText(),
        node.path("Description").path("Hostname").asText(),
        node.path("Spec").path("Availability").asText(),
        node.path("Status").path("State").asText());
  }

  static EngineNetwork network(JsonNode network) {
    List<String> subnets = new ArrayList<>();
    network
        .path("IPAM")
        .path("Config")
        .forEach(range -> subnets.add(range.path("Subnet").asText()));
    return new EngineNetwork(
        network.path("Name").asText(),
        network.path("Driver").asText(),
        network.path("Ingress").asBoolean(),
        subnets);
  }

  static EngineService service(JsonNode service) {
    JsonNode spec = service.path("Spec");
    List<PublishedPort> ports = new ArrayList<>();
    spec.path("EndpointSpec")
        .path("Ports")
        .forEach(
            port ->
                ports.add(
                    new PublishedPort(
                        port.path("PublishedPort").asInt(),
                        port.path("TargetPort").asInt(),
                        port.path("PublishMode").asText("ingress"))));
    return new EngineService(
        service.path("ID").asText(),
        withoutStack(spec.path("Name").asText()),
        spec.path("TaskTemplate")
            .path("ContainerSpec")
            .path("Image")
            .asText()
            .replaceFirst("@sha256:.*", ""),
        spec.path("Mode").path("Replicated").path("Replicas").asInt(1),
        spec.path("EndpointSpec").path("Mode").asText("vip").equals("vip"),
        ports);
  }

  static List<String> environment(JsonNode service) {
    List<String> variables = new ArrayList<>();
    service
        .path("Spec")
        .path("TaskTemplate")
        .path("ContainerSpec")
        .path("Env")
        .forEach(variable -> variables.add(variable.asText()));
    return variables;
  }

  static EngineTask task(JsonNode task) {
    JsonNode status = task.path("Status");
    JsonNode container = status.path("ContainerStatus");
    return new EngineTask(
        task.path("ServiceID").asText(),
        status.path("State").asText(),
        task.path("DesiredState").asText(),
        status.path("Err").asText(""),
        container.path("ExitCode").asInt(),
        container.path("ContainerID").asText(""),
        Instant.parse(status.path("Timestamp").asText(Instant.EPOCH.toString())));
  }

  static EngineContainer container(JsonNode container) {
    return new EngineContainer(
        container.path("Id").asText(),
        withoutStack(container.path("Labels").path("com.docker.swarm.service.name").asText("")),
        container.path("State").asText(),
        container.path("Status").asText().contains("(unhealthy)"),
        container.path("ImageID").asText());
  }

  static EngineImage image(JsonNode image) {
    return new EngineImage(image.path("Id").asText(), texts(image.path("RepoTags")));
  }

  /// Each piece of a log has a header of eight bytes, which ends with the length of the piece.
  static String log(byte[] pieces) {
    StringBuilder text = new StringBuilder();
    ByteBuffer rest = ByteBuffer.wrap(pieces);
    while (rest.remaining() >= LOG_HEADER) {
      rest.getInt();
      byte[] piece = new byte[Math.max(0, Math.min(rest.getInt(), rest.remaining()))];
      rest.get(piece);
      text.append(new String(piece, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static String withoutStack(String name) {
    return name.startsWith("dataflux-func_") ? name.substring("dataflux-func_".length()) : name;
  }

  private static List<String> texts(JsonNode items) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}

package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.EngineContainer;
import com.dataflux.func.healthcheck.site.EngineImage;
import com.dataflux.func.healthcheck.site.EngineInfo;
import com.dataflux.func.healthcheck.site.EngineNetwork;
import com.dataflux.func.healthcheck.site.EngineNode;
import com.dataflux.func.healthcheck.site.EngineService;
import com.dataflux.func.healthcheck.site.EngineService.PublishedPort;
import com.dataflux.func.healthcheck.site.EngineTask;
import com.dataflux.func.healthcheck.site.EngineView;
import com.dataflux.func.healthcheck.site.Unavailable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An engine that runs the stack of a [FakeHost], until a test changes one of its lists.
final class FakeEngine implements EngineView {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  String failure = "";
  private EngineInfo info =
      new EngineInfo(
          "28.5.2",
          "1.24",
          "/var/lib/docker",
          "overlay2",
          false,
          List.of("name=seccomp,profile=builtin", "name=cgroupns"),
          "",
          "",
          "active",
          "192.168.7.5",
          "node1",
          true);
  final List<EngineNode> nodes = new ArrayList<>();
  final List<EngineNetwork> networks = new ArrayList<>();
  final List<EngineService> services = new ArrayList<>();
  final List<EngineService> otherServices = new ArrayList<>();
  final List<String> environment = new ArrayList<>();
  final List<EngineTask> tasks = new ArrayList<>();
  final List<EngineContainer> containers = new ArrayList<>();
  final List<EngineImage> images = new ArrayList<>();
  final Map<String, String> logs = new HashMap<>();

  FakeEngine(Map<String, String> imageOf) {
    nodes.add(new EngineNode("node1", "appliance", "active", "ready"));
    networks.add(new EngineNetwork("bridge", "bridge", false, List.of("172.17.0.0/16")));
    networks.add(new EngineNetwork("ingress", "overlay", true, List.of("10.0.0.0/24")));
    networks.add(
        new EngineNetwork("dataflux-func_default", "overlay", false, List.of("10.0.1.0/24")));
    imageOf.forEach(this::run);
  }

  private void run(String name, String image) {
    List<PublishedPort> ports =
        name.equals("server") ? List.of(new PublishedPort(8088, 8088, "host")) : List.of();
    services.add(new EngineService("id-" + name, name, image, 1, false, ports));
    String container = (name + "000000000000").substring(0, 12);
    tasks.add(new EngineTask("id-" + name, "running", "running", "", 0, container, FakeHost.NOW));
    String id = "sha256:" + image.substring(image.length() - 12) + "ffff";
    containers.add(new EngineContainer(container, name, "running", false, id));
    if (images.stream().noneMatch(known -> known.references().contains(image))) {
      images.add(new EngineImage(id, List.of(image)));
    }
  }

  /// Replaces the service of a name by one with another number of tasks.
  void scale(String name, int wanted) {
    services.replaceAll(
        service ->
            service.name().equals(name)
                ? new EngineService(
                    service.id(),
                    name,
                    service.image(),
                    wanted,
                    service.virtualAddress(),
                    service.ports())
                : service);
  }

  /// Lets a service publish its port through the routing mesh, with a virtual address.
  void publishThroughMesh(String name) {
    services.replaceAll(
        service ->
            service.name().equals(name)
                ? new EngineService(
                    service.id(),
                    name,
                    service.image(),
                    1,
                    true,
                    List.of(new PublishedPort(8088, 8088, "ingress")))
                : service);
  }

  /// Lets a service have ended a few times in the last minutes.
  void loop(String name, int exitCode, String error, String container) {
    for (int i = 0; i < 4; i++) {
      Instant ended = FakeHost.NOW.minusSeconds(60L * i);
      tasks.add(
          new EngineTask("id-" + name, "failed", "shutdown", error, exitCode, container, ended));
    }
  }

  void replaceContainer(String name, String state, boolean unhealthy) {
    containers.replaceAll(
        container ->
            container.service().equals(name)
                ? new EngineContainer(container.id(), name, state, unhealthy, container.image())
                : container);
  }

  /// Changes one thing that it says of itself, named as in [EngineInfo].
  void says(String name, Object value) {
    ObjectNode fields = MAPPER.valueToTree(info);
    fields.set(name, MAPPER.valueToTree(value));
    info = MAPPER.convertValue(fields, EngineInfo.class);
  }

  @Override
  public EngineInfo info() {
    return answer(info);
  }

  @Override
  public List<EngineNode> nodes() {
    return answer(nodes);
  }

  @Override
  public List<EngineNetwork> networks() {
    return answer(networks);
  }

  @Override
  public List<EngineService> services() {
    return answer(services);
  }

  @Override
  public List<EngineService> otherServices() {
    return answer(otherServices);
  }

  @Override
  public List<String> environment() {
    return environment;
  }

  @Override
  public List<EngineTask> tasks() {
    return answer(tasks);
  }

  @Override
  public List<EngineContainer> containers() {
    return answer(containers);
  }

  @Override
  public List<EngineImage> images() {
    return answer(images);
  }

  @Override
  public String log(String container, int lines) {
    return answer(logs.getOrDefault(container, ""));
  }

  private <T> T answer(T value) {
    if (!failure.isEmpty()) {
      throw new Unavailable(failure);
    }
    return value;
  }
}

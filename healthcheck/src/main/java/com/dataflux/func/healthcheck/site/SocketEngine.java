package com.dataflux.func.healthcheck.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The engine by its socket, asked with GET alone, so that looking cannot change anything.
public final class SocketEngine implements EngineView {
  private static final String STACK = "dataflux-func";

  private final EngineSocket socket;
  private final Once<EngineInfo> info;
  private final Once<List<EngineNode>> nodes;
  private final Once<List<EngineNetwork>> networks;
  private final Once<List<EngineService>> services;
  private final Once<List<EngineService>> otherServices;
  private final Once<List<String>> environment;
  private final Once<List<EngineTask>> tasks;
  private final Once<List<EngineContainer>> containers;
  private final Once<List<EngineImage>> images;

  public SocketEngine(Path path) {
    socket = new EngineSocket(path);
    info = new Once<>(() -> EngineAnswers.info(socket.json("/info"), socket.json("/version")));
    nodes = new Once<>(() -> each("/nodes", EngineAnswers::node));
    networks = new Once<>(() -> each("/networks", EngineAnswers::network));
    services = new Once<>(() -> each("/services" + ofStack(), EngineAnswers::service));
    otherServices = new Once<>(this::askForOtherServices);
    environment =
        new Once<>(
            () ->
                each("/services" + ofStack(), EngineAnswers::environment).stream()
                    .flatMap(List::stream)
                    .toList());
    tasks = new Once<>(() -> each("/tasks" + ofStack(), EngineAnswers::task));
    containers =
        new Once<>(() -> each("/containers/json" + ofStack() + "&all=1", EngineAnswers::container));
    images = new Once<>(() -> each("/images/json", EngineAnswers::image));
  }

  @Override
  public EngineInfo info() {
    return info.get();
  }

  @Override
  public List<EngineNode> nodes() {
    return nodes.get();
  }

  @Override
  public List<EngineNetwork> networks() {
    return networks.get();
  }

  @Override
  public List<EngineService> services() {
    return services.get();
  }

  @Override
  public List<EngineService> otherServices() {
    return otherServices.get();
  }

  @Override
  public List<String> environment() {
    return environment.get();
  }

  @Override
  public List<EngineTask> tasks() {
    return tasks.get();
  }

  @Override
  public List<EngineContainer> containers() {
    return containers.get();
  }

  @Override
  public List<EngineImage> images() {
    return images.get();
  }

  @Override
  public String log(String container, int lines) {
    return EngineAnswers.log(
        socket.bytes("/containers/%s/logs?stdout=1&stderr=1&tail=%d".formatted(container, lines)));
  }

  private <T> List<T> each(String path, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    socket.json(path).forEach(node -> all.add(read.apply(node)));
    return List.copyOf(all);
  }

  private List<EngineService> askForOtherServices() {
    Set<String> ours = services().stream().map(EngineService::id).collect(Collectors.toSet());
    return each("/services", EngineAnswers::service).stream()
        .filter(service -> !ours.contains(service.id()))
        .toList();
  }

  private static String ofStack() {
    String filter = "{\"label\":{\"com.docker.stack.namespace=%s\":true}}".formatted(STACK);
    return "?filters=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }
}

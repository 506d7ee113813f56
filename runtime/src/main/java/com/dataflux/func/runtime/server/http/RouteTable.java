package com.dataflux.func.runtime.server.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the route of a path, one step a path segment; a literal segment goes before a variable.
public final class RouteTable {
  private static final String VARIABLE = "{}";

  private final List<Route> routes;
  private final Node root = new Node();

  public RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
    for (Route route : routes) {
      Node node = root;
      List<String> pattern = segments(route.path());
      for (String segment : pattern) {
        String name = segment.startsWith("{") ? VARIABLE : segment;
        node = node.children.computeIfAbsent(name, ignored -> new Node());
      }
      if (node.byMethod.put(route.method(), new Place(route, pattern)) != null) {
        throw new IllegalStateException("two routes for " + route.method() + " " + route.path());
      }
    }
  }

  public List<Route> routes() {
    return routes;
  }

  /// The route and the values of its variable segments; empty where the path is unknown.
  ///
  /// @throws Refusal where the path is known but not with this method
  Optional<Match> find(String method, String path) {
    List<String> given = segments(path);
    Node node = find(root, given, 0);
    if (node == null) {
      return Optional.empty();
    }
    Place place = node.byMethod.get(method);
    if (place == null) {
      String allowed = String.join(", ", new TreeSet<>(node.byMethod.keySet()));
      throw Reason.EClientMethod.refusal("Use " + allowed + " for this path.")
          .with("Allow", allowed);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String segment = place.pattern.get(i);
      if (segment.startsWith("{")) {
        values.put(
            segment.substring(1, segment.length() - 1), PercentCoding.decodeSegment(given.get(i)));
      }
    }
    return Optional.of(new Match(place.route, values));
  }

  private static @Nullable Node find(Node node, List<String> segments, int at) {
    if (at == segments.size()) {
      return node.byMethod.isEmpty() ? null : node;
    }
    Node literal = node.children.get(segments.get(at));
    Node found = literal == null ? null : find(literal, segments, at + 1);
    if (found != null) {
      return found;
    }
    Node variable = node.children.get(VARIABLE);
    return variable == null || segments.get(at).isEmpty() ? null : find(variable, segments, at + 1);
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  record Match(Route route, Map<String, String> values) {}

  private record Place(Route route, List<String> pattern) {}

  private static final class Node {
    private final Map<String, Node> children = new HashMap<>();
    private final Map<String, Place> byMethod = new HashMap<>();
  }
}

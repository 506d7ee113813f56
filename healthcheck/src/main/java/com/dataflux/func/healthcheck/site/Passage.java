package com.dataflux.func.healthcheck.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that was tried from the host and from inside a worker, side by side.
///
/// @param kind `name-server`, `name`, `endpoint` or `target`
/// @param fromHost empty where the host was not asked, such as for names of services
/// @param fromWorker empty where the worker was not asked, or has not answered
public record Passage(
    String kind, String what, Optional<Reach> fromHost, Optional<Reach> fromWorker) {

  /// All that was tried, the same kind together.
  public static List<Passage> of(Outlook host, Outlook worker) {
    List<Passage> passages = new ArrayList<>();
    add(passages, "name-server", host, worker, view -> reach(view.nameServers(), Reach.SILENT));
    add(passages, "name", host, worker, view -> reach(view.names(), Reach.UNKNOWN_NAME));
    add(passages, "endpoint", host, worker, Outlook::endpoints);
    add(passages, "target", host, worker, Outlook::targets);
    return passages;
  }

  private static void add(
      List<Passage> passages,
      String kind,
      Outlook host,
      Outlook worker,
      Function<Outlook, Map<String, Reach>> part) {
    Map<String, Reach> fromHost = part.apply(host);
    Map<String, Reach> fromWorker = part.apply(worker);
    Stream.of(fromHost, fromWorker)
        .flatMap(each -> each.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(
            what ->
                passages.add(
                    new Passage(
                        kind,
                        what,
                        Optional.ofNullable(fromHost.get(what)),
                        Optional.ofNullable(fromWorker.get(what)))));
  }

  private static Map<String, Reach> reach(Map<String, Boolean> answers, Reach otherwise) {
    return answers.entrySet().stream()
        .collect(Collectors.toMap(Entry::getKey, e -> e.getValue() ? Reach.REACHED : otherwise));
  }
}

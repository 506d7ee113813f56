package com.dataflux.func.healthcheck.support;

import com.dataflux.func.healthcheck.site.Installation;
import com.dataflux.func.healthcheck.site.MalformedYaml;
import com.dataflux.func.healthcheck.site.Site;
import com.dataflux.func.healthcheck.site.Unavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What goes into the bundle, each piece bounded in size; what cannot be had says why.
final class Pieces {
  private static final int MOST_OF_A_FILE = 400_000;
  private static final int MOST_OF_A_LOG = 1_000_000;
  private static final int LOG_LINES = 300;

  private final Site site;
  private final Map<String, String> pieces = new LinkedHashMap<>();

  Pieces(Site site) {
    this.site = site;
  }

  Map<String, String> gather() {
    for (String path :
        List.of(
            "/etc/dataflux-func",
            "/etc/os-release",
            "/etc/docker/daemon.json",
            "/etc/logrotate.d/dataflux-func",
            "/etc/resolv.conf",
            "/etc/hosts",
            "/proc/meminfo",
            "/proc/loadavg",
            "/proc/mounts",
            "/proc/net/route",
            "/proc/cgroups",
            "/proc/version")) {
      file(path);
    }
    attempt("install", this::install);
    add("network/cards.txt", () -> lines(site.cards()));
    add("engine/info.txt", () -> site.engine().info().toString());
    add("engine/nodes.txt", () -> lines(site.engine().nodes()));
    add("engine/networks.txt", () -> lines(site.engine().networks()));
    add("engine/services.txt", () -> lines(site.engine().services()));
    add("engine/tasks.txt", () -> lines(site.engine().tasks()));
    add("engine/containers.txt", () -> lines(site.engine().containers()));
    add("engine/images.txt", () -> lines(site.engine().images()));
    attempt("engine/logs", this::logs);
    command("host/processes.txt", "ps", "-eo", "pid,ppid,user,rss,etime,comm");
    command("host/disks.txt", "df", "-P");
    command("host/rules.txt", "iptables", "-w", "-S");
    command("engine/journal.txt", "journalctl", "-q", "-u", "docker", "-n", "400");
    return pieces;
  }

  private void install() {
    Installation installation = site.installation();
    file(installation.stackPath());
    file(installation.directory() + "/docker-stack.example.yaml");
    file(installation.configurationPath());
    String logs = installation.data() + "/logs";
    site.files().list(logs).stream()
        .filter(name -> name.endsWith(".log"))
        .forEach(
            name ->
                add(
                    "files" + logs + "/" + name,
                    () -> site.files().tail(logs + "/" + name, MOST_OF_A_LOG)));
    add("install/tree.txt", () -> tree(installation.directory(), 2));
  }

  private String tree(String directory, int depth) {
    StringBuilder tree = new StringBuilder();
    for (String name : site.files().list(directory)) {
      String path = directory + "/" + name;
      tree.append("%s %d %s%n".formatted(site.files().mode(path), site.files().size(path), path));
      if (depth > 0 && site.files().isDirectory(path)) {
        tree.append(tree(path, depth - 1));
      }
    }
    return tree.toString();
  }

  private void logs() {
    site.engine()
        .containers()
        .forEach(
            container ->
                add(
                    "engine/logs/%s-%s.txt"
                        .formatted(container.service(), container.id().substring(0, 12)),
                    () -> site.engine().log(container.id(), LOG_LINES)));
  }

  private void file(String path) {
    if (site.files().exists(path)) {
      add("files" + path, () -> site.files().tail(path, MOST_OF_A_FILE));
    }
  }

  private void command(String name, String... argv) {
    site.run(argv).ifPresent(outcome -> pieces.put(name, outcome.out() + outcome.err()));
  }

  private void add(String name, Supplier<String> content) {
    attempt(name, () -> pieces.put(name, content.get()));
  }

  private void attempt(String name, Runnable gathering) {
    try {
      gathering.run();
    } catch (Unavailable | MalformedYaml e) {
      pieces.put(name + ".missing", String.valueOf(e.getMessage()));
    }
  }

  private static String lines(List<?> items) {
    return items.stream().map(Object::toString).collect(Collectors.joining("\n", "", "\n"));
  }
}

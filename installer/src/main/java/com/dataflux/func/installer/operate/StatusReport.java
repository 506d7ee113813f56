package com.dataflux.func.installer.operate;

import com.dataflux.func.platform.display.Quantity;
import com.dataflux.func.templates.InstallDir;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How an install is, on one screen.
///
/// @param version that is installed
/// @param address of the pages as this host sees them
/// @param answers whether the pages answer there
/// @param dump what is known of the last one, in words; empty where there is none
/// @param freeBytes on the disk of the install
/// @param queues tasks waiting in each work queue; empty where Redis could not be asked
/// @param pending what the operator should do, in words
public record StatusReport(
    Instant taken,
    String version,
    InstallDir dir,
    String address,
    boolean answers,
    List<ServiceStatus> services,
    Optional<String> dump,
    long freeBytes,
    Map<Integer, Long> queues,
    List<String> pending) {

  public boolean isHealthy() {
    return answers && !services.isEmpty() && services.stream().allMatch(ServiceStatus::healthy);
  }

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "DataFlux Func %s in %s, %s: %s"
            .formatted(version, dir, address, isHealthy() ? "healthy" : "not healthy"));
    lines.add("");
    services.forEach(service -> lines.add(service.line(taken)));
    lines.add("");
    lines.add("  Pages        " + (answers ? "answer" : "do not answer"));
    lines.add("  Last dump    " + dump.orElse("none"));
    lines.add("  Disk         %s free".formatted(Quantity.bytes(freeBytes)));
    lines.add("  Queues       " + waiting());
    pending.forEach(action -> lines.add("  To do        " + action));
    return String.join("\n", lines);
  }

  private String waiting() {
    if (queues.isEmpty()) {
      return "unknown: Redis could not be asked";
    }
    String busy =
        queues.entrySet().stream()
            .filter(queue -> queue.getValue() > 0)
            .sorted(Map.Entry.comparingByKey())
            .map(queue -> "%d in queue %d".formatted(queue.getValue(), queue.getKey()))
            .collect(Collectors.joining(", "));
    return busy.isEmpty() ? "empty" : busy;
  }

  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("healthy", isHealthy());
    fields.put("version", version);
    fields.put("installDir", dir);
    fields.put("address", address);
    fields.put("answers", answers);
    fields.put("services", services.stream().map(ServiceStatus::fields).toList());
    fields.put("lastDump", dump);
    fields.put("freeBytes", freeBytes);
    fields.put("queues", queues);
    fields.put("pending", pending);
    return fields;
  }
}

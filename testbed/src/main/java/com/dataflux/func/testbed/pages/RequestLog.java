package com.dataflux.func.testbed.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The browser's own log of its network, an event a line, whole once the browser has ended.
record RequestLog(Path file) {
  RequestLog() throws IOException {
    this(Files.createTempFile("requests-", ".json"));
  }

  /// Reads every request that a page of some hosts made, or that the browser made for a page.
  void assertNoneLeft(Set<String> hosts) throws IOException {
    List<String> asked =
        Files.readAllLines(file).stream()
            .filter(line -> line.contains("\"network_isolation_key\""))
            .map(RequestLog::parameters)
            .filter(request -> isOfAPage(request, hosts))
            .map(request -> URI.create(text(request, "url")).getHost())
            .toList();
    Files.delete(file);
    assertThat(asked).as("whom the pages asked").isNotEmpty().isSubsetOf(hosts);
  }

  private static JsonObject parameters(String line) {
    return JsonParser.parseString(line.replaceAll(",$", ""))
        .getAsJsonObject()
        .getAsJsonObject("params");
  }

  private static boolean isOfAPage(JsonObject request, Set<String> hosts) {
    String page = text(request, "initiator") + text(request, "network_isolation_key");
    return hosts.stream().anyMatch(page::contains);
  }

  private static String text(JsonObject request, String name) {
    return request.has(name) ? request.get(name).getAsString() : "";
  }
}

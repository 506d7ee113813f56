package com.dataflux.func.runtime.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The browser's own log of its network, an event a line, whole once the browser has ended.
record RequestLog(Path file) {
  private static final String HERE = "127.0.0.1";

  RequestLog() throws IOException {
    this(Files.createTempFile("requests-", ".json"));
  }

  /// Reads every request that a page made, or that the browser made for a page.
  void assertNoneLeftTheHost() throws IOException {
    List<String> hosts =
        Files.readAllLines(file).stream()
            .filter(line -> line.contains("\"network_isolation_key\""))
            .map(line -> Json.read(line.replaceAll(",$", "")).path("params"))
            .filter(RequestLog::isOfAPage)
            .map(request -> URI.create(request.path("url").asText()).getHost())
            .toList();
    Files.delete(file);
    assertThat(hosts).isNotEmpty().containsOnly(HERE);
  }

  private static boolean isOfAPage(JsonNode request) {
    return (request.path("initiator").asText() + request.path("network_isolation_key").asText())
        .contains(HERE);
  }
}

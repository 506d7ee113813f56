package com.dataflux.func.healthcheck.engine;

import com.dataflux.func.healthcheck.check.Change;
import com.dataflux.func.healthcheck.site.HostFiles;
import com.dataflux.func.healthcheck.site.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// `daemon.json`, with changes that keep every other key.
public final class DaemonFile {
  public static final String PATH = "/etc/docker/daemon.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DaemonFile() {}

  /// @throws IOException where it is not JSON
  public static ObjectNode read(HostFiles files) throws IOException {
    String text = files.text(PATH).orElse("");
    JsonNode parsed = text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
    if (parsed instanceof ObjectNode object) {
      return object;
    }
    throw new IOException("it is not a JSON object");
  }

  /// The file with other keys and the mode that it has; the old content comes back at an undo.
  public static Change write(HostFiles files, ObjectNode content) {
    String mode = files.exists(PATH) ? files.mode(PATH) : "rw-r--r--";
    return new Change.Write(PATH, content.toPrettyString() + "\n", mode);
  }

  /// The engine reads the file when it starts.
  public static Change restart(Site site) {
    return DockerService.restart(site).repeatedByUndo();
  }
}

package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Gives a call its uploaded files as copies in its own directory: the uploads themselves are the
/// service's, and no function can read another call's.
record Uploads(Path directory) {

  LeasedTask handOver(LeasedTask task, Path home) throws IOException {
    TaskRequest request = task.request();
    if (!request.hasFiles()) {
      return task;
    }
    ObjectNode kwargs = (ObjectNode) request.kwargs().tree();
    int number = 0;
    boolean copied = false;
    for (JsonNode file : kwargs.path("files")) {
      number++;
      if (file instanceof ObjectNode about && isUpload(about)) {
        Path from = Path.of(about.path("filePath").asText());
        Path to = home.resolve(number + "-" + from.getFileName());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
        about.put("filePath", to.toString());
        copied = true;
      }
    }
    return copied ? task.with(request.with(kwargs)) : task;
  }

  private boolean isUpload(ObjectNode about) throws IOException {
    Path path = Path.of(about.path("filePath").asText()).toAbsolutePath().normalize();
    return path.startsWith(directory) && Files.isRegularFile(path) && !Files.isSymbolicLink(path);
  }
}

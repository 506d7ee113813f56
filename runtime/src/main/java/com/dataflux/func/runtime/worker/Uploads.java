package com.dataflux.func.runtime.worker;

import com.dataflux.func.runtime.queue.LeasedTask;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Gives a call its uploaded files as copies in its own directory: the uploads themselves are the
/// service's, and no function can read another call's.
record Uploads(Path directory) {
  private static final Set<StandardOpenOption> NEW_FILE =
      Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  private static final FileAttribute<?> READABLE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

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
        copy(from, to);
        about.put("filePath", to.toString());
        copied = true;
      }
    }
    return copied ? task.with(request.with(kwargs)) : task;
  }

  /// The directory belongs to functions, which may put a link where the copy is to be: the file is
  /// made anew with its permissions, and nothing is done to what is there already.
  private static void copy(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel target = FileChannel.open(to, NEW_FILE, READABLE)) {
      long size = source.size();
      for (long at = 0; at < size; ) {
        at += source.transferTo(at, size - at, target);
      }
    }
  }

  private boolean isUpload(ObjectNode about) throws IOException {
    Path path = Path.of(about.path("filePath").asText()).toAbsolutePath().normalize();
    return path.startsWith(directory) && Files.isRegularFile(path) && !Files.isSymbolicLink(path);
  }
}

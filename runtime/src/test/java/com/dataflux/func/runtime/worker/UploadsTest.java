package com.dataflux.func.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.queue.LeasedTask;
import com.dataflux.func.runtime.queue.Origin;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
  @TempDir private Path directory;

  @Test
  void leavesAloneWhatALinkOfAFunctionLeadsTo() throws IOException {
    Path uploads = Files.createDirectory(directory.resolve("uploads"));
    Path home = Files.createDirectory(directory.resolve("home"));
    Path upload = Files.writeString(uploads.resolve("a.txt"), "uploaded");
    Path config = Files.writeString(directory.resolve("config"), "secret");
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    Path copy = Files.createSymbolicLink(home.resolve("1-a.txt"), config);

    LeasedTask given = new Uploads(uploads).handOver(task(upload), home);

    assertThat(given.request().kwargs().tree().path("files").path(0).path("filePath").asText())
        .isEqualTo(copy.toString());
    assertThat(copy).isRegularFile().hasContent("uploaded");
    assertThat(Files.isSymbolicLink(copy)).isFalse();
    assertThat(config).hasContent("secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
        .isEqualTo("rw-------");
  }

  private static LeasedTask task(Path upload) {
    ObjectNode kwargs = Json.object();
    kwargs.putArray("files").addObject().put("filePath", upload.toString());
    TaskRequest request =
        TaskRequest.published("demo.f", kwargs, 1, Duration.ofSeconds(30), Origin.of("direct", ""));
    return new LeasedTask(request, 1, "", ByteBuffer.allocate(0));
  }
}

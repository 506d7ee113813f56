package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Dumps of the database by hand.
interface BackupScenario extends OnStack {

  @Test
  default void dumpsTheDatabaseAndVerifiesTheDump() throws IOException {
    String id = admin().post("/api/v1/backups/do/run", "{}").ok().data().path("id").asText();
    JsonNode items = admin().get("/api/v1/backups/do/list?search=" + id).ok().data().path("items");
    assertThat(items).hasSize(1);
    JsonNode dump = items.path(0);
    assertThat(dump.path("id").asText())
        .isEqualTo(id)
        .matches("manual\\.dataflux-func-sqldump-\\d{8}-\\d{6}\\.sql");
    assertThat(dump.path("isVerified").asBoolean()).isTrue();
    String path = "/api/v1/backups/" + id + "/do/";
    assertThat(admin().post(path + "verify", "{}").ok().data().path("ok").asBoolean()).isTrue();
    Reply file = admin().get(path + "download");
    assertThat((long) file.body().length).isEqualTo(dump.path("size").asLong());
    assertThat(file.text()).contains("CREATE TABLE `scripts`");
    JsonNode last = admin().get("/api/v1/monitor/do/overview").ok().data().path("lastBackup");
    assertThat(last.path("createTime")).isEqualTo(dump.path("createTime"));
    Path damaged = stack().data().resolve("sqldump").resolve(id.replaceFirst("\\.", "/"));
    Files.write(damaged, "CREATE TABLE".getBytes(StandardCharsets.UTF_8));
    assertThat(admin().post(path + "verify", "{}").ok().data().path("ok").asBoolean()).isFalse();
    admin().post(path + "verify", "{}").refused("EClientNotFound", "404.41");
  }
}

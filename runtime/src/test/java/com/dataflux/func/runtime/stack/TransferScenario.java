package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Export and import of script sets.
interface TransferScenario extends OnStack {

  @Test
  default void bringsSetsBackAsTheyWere() {
    admin().change("/api/v1/script-sets/do/add", "{'id': 'carried', 'title': '携带'}").ok();
    admin()
        .change("/api/v1/scripts/do/add", "{'id': 'carried__a', 'title': '甲', 'codeDraft': '# 代码'}")
        .ok();
    admin().change("/api/v1/scripts/carried__a/do/publish", "{}").ok();
    byte[] exported = admin().get("/api/v1/script-sets/do/export?id=carried").body();
    admin().post("/api/v1/script-sets/carried/do/delete", "{}").ok();
    JsonNode checked =
        admin()
            .upload("/api/v1/script-sets/do/import?checkOnly=true", "e.json", exported)
            .ok()
            .data();
    assertThat(checked.path("scriptSets").path(0).path("exists").asBoolean(true)).isFalse();
    admin().get("/api/v1/script-sets/carried/do/get").refused("EClientNotFound", "404.41");
    admin().upload("/api/v1/script-sets/do/import", "e.json", exported).ok();
    JsonNode script = admin().get("/api/v1/scripts/carried__a/do/get").ok().data();
    assertThat(script.path("codeDraft").asText()).isEqualTo("# 代码");
    assertThat(script.path("title").asText()).isEqualTo("甲");
    admin().change("/api/v1/scripts/carried__a/do/publish", "{}").ok();
  }

  @Test
  default void refusesOtherFiles() {
    for (String content : new String[] {"", "{}", "[1", "{\"format\": \"other\"}"}) {
      admin()
          .upload(
              "/api/v1/script-sets/do/import", "e.json", content.getBytes(StandardCharsets.UTF_8))
          .refused("EClientBadRequest", "400.43");
    }
  }

  @Test
  default void takesAnImportWholeOrNotAtAll() {
    String file =
        """
        {"format": "dataflux-func-script-sets/1", "scriptSets": [
          {"id": "half", "title": "", "scripts": [{"id": "other__a", "title": "", "code": ""}]}]}
        """;
    admin()
        .upload("/api/v1/script-sets/do/import", "e.json", file.getBytes(StandardCharsets.UTF_8))
        .refused("EClientBadRequest", "400.43");
    admin().get("/api/v1/script-sets/half/do/get").refused("EClientNotFound", "404.41");
  }
}

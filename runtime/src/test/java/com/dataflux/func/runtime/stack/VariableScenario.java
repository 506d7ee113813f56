package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// Environment variables: typed, and secret ones never shown.
interface VariableScenario extends OnStack {

  private void add(String id, String type, String value) {
    admin()
        .change(
            "/api/v1/env-variables/do/add",
            "{'id': '%s', 'title': 't', 'type': '%s', 'value': '%s'}".formatted(id, type, value))
        .ok();
  }

  @Test
  default void givesFunctionsVariablesOfTheirTypes() {
    add("v_string", "string", "字");
    add("v_integer", "integer", "42");
    add("v_float", "float", "1.5");
    add("v_boolean", "boolean", "true");
    admin()
        .change(
            "/api/v1/env-variables/do/add", "{'id': 'v_json', 'type': 'json', 'value': {'a': [1]}}")
        .ok();
    admin()
        .change("/api/v1/env-variables/do/add", "{'id': 'v_bad', 'type': 'integer', 'value': 'x'}")
        .refused("EClientBadRequest", "400.43");
    assertThat(
            run(
                "env",
                "return [DFF.ENV(v) for v in ('v_string', 'v_integer', 'v_float', 'v_boolean',"
                    + " 'v_json', 'v_none')]"))
        .isEqualTo(OnStack.json("['字', 42, 1.5, true, {'a': [1]}, null]"));
  }

  @Test
  default void keepsSecretsToFunctions() {
    admin()
        .change(
            "/api/v1/env-variables/do/add",
            "{'id': 'v_secret', 'type': 'string', 'isSecret': true, 'value': 'hush-hush'}")
        .ok();
    String path = "/api/v1/env-variables/v_secret/do/";
    JsonNode shown = admin().get(path + "get").ok().data();
    assertThat(shown.path("value").isNull()).isTrue();
    assertThat(admin().get("/api/v1/env-variables/do/list").ok().text())
        .doesNotContain("hush-hush");
    assertThat(stack().mysql.query("SELECT value FROM dataflux_func.env_variables"))
        .isNotBlank()
        .doesNotContain("hush-hush");
    admin().change(path + "modify", "{'title': 'new', 'value': ''}").ok();
    assertThat(run("secret", "return DFF.ENV('v_secret')").asText()).isEqualTo("hush-hush");
    admin().post(path + "delete", "{}").ok();
  }

  @Test
  default void doesNotShowWhatWasSecretBefore() {
    admin()
        .change(
            "/api/v1/env-variables/do/add",
            "{'id': 'v_once', 'type': 'string', 'isSecret': true, 'value': 'still-hidden'}")
        .ok();
    admin().change("/api/v1/env-variables/v_once/do/modify", "{'isSecret': false}");
    assertThat(admin().get("/api/v1/env-variables/v_once/do/get").ok().text())
        .doesNotContain("still-hidden");
  }
}

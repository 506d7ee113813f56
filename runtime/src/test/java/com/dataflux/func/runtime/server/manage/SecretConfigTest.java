package com.dataflux.func.runtime.server.manage;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretConfigTest {
  private static final String STORED = "{'host': 'db', 'port': 3306, 'user': 'u', 'password': 'p'}";

  @Test
  void keepsAPasswordThatIsLeftEmpty() {
    assertThat(
            kept(
                    STORED,
                    "{'host': 'db', 'port': 3306, 'user': 'u', 'password': '', 'database': 'd'}")
                .path("password")
                .asText())
        .isEqualTo("p");
    assertThat(
            kept(
                    "{'users': [{'username': 'a', 'password': '1'}]}",
                    "{'users': [{'username': 'b'}, {'username': 'a'}]}")
                .path("users"))
        .isEqualTo(json("[{'username': 'b'}, {'username': 'a', 'password': '1'}]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'host': 'other', 'port': 3306, 'user': 'u', 'password': ''}",
        "{'host': 'db', 'port': 3307, 'user': 'u', 'password': ''}",
        "{'host': 'db', 'port': 3306, 'user': 'v'}",
        "{'host': 'db', 'port': 3306, 'user': 'u', 'baseURL': 'http://other'}",
        "{'host': 'db', 'port': 3306, 'user': 'u', 'url': 'http://other'}"
      })
  void givesNoPasswordToAnotherAddressOrUser(String given) {
    assertThat(kept(STORED, given).path("password").asText()).isEmpty();
  }

  @Test
  void givesNoHeaderToAnotherAddress() {
    String stored = "{'baseURL': 'http://a', 'headers': {'Authorization': 'Bearer 1'}}";
    assertThat(
            kept(stored, "{'baseURL': 'http://b', 'headers': {'Authorization': ''}}")
                .path("headers")
                .path("Authorization")
                .asText())
        .isEmpty();
  }

  private static JsonNode kept(String stored, String given) {
    JsonNode config = json(given);
    SecretConfig.keep(json(stored), config);
    return config;
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'));
  }
}

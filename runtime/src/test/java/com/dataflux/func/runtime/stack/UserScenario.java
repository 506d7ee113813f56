package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// Users and the access keys of machines.
interface UserScenario extends OnStack {

  @Test
  default void managesUsers() {
    String id =
        admin()
            .change(
                "/api/v1/users/do/add",
                "{'username': 'reader', 'name': '读者', 'password': 'long enough', 'roles':"
                    + " ['user']}")
            .ok()
            .data()
            .path("id")
            .asText();
    admin()
        .change("/api/v1/users/do/add", "{'username': 'READER', 'password': 'long enough'}")
        .refused("EClientConflict", "409.42");
    Client reader = stack().signIn("reader", "long enough");
    reader.get("/api/v1/users/do/list").refused("EUserPrivilege", "403.15");
    reader.get("/api/v1/scripts/do/list").ok();
    JsonNode shown = admin().get("/api/v1/users/" + id + "/do/get").ok().data();
    assertThat(shown.path("name").asText()).isEqualTo("读者");
    assertThat(shown.has("passwordHash")).isFalse();
    assertThat(admin().get("/api/v1/users/do/list?username=reader").ok().text())
        .contains("读者")
        .doesNotContain("argon2");
    admin().change("/api/v1/users/" + id + "/do/modify", "{'isDisabled': true}").ok();
    reader.get("/api/v1/auth/do/me").refused("EUserAuth", "401.14");
    admin().post("/api/v1/users/" + id + "/do/delete", "{}").ok();
    admin().get("/api/v1/users/" + id + "/do/get").refused("EClientNotFound", "404.41");
  }

  @Test
  default void keepsAnAdministratorFromLockingHimselfOut() {
    String self = admin().get("/api/v1/auth/do/me").ok().data().path("id").asText();
    admin()
        .change("/api/v1/users/" + self + "/do/modify", "{'isDisabled': true}")
        .refused("EClientBadRequest", "400.43");
    admin()
        .change("/api/v1/users/" + self + "/do/modify", "{'roles': ['user']}")
        .refused("EClientBadRequest", "400.43");
    admin()
        .post("/api/v1/users/" + self + "/do/delete", "{}")
        .refused("EClientBadRequest", "400.43");
  }

  @Test
  default void letsMachinesInByTheirKeys() {
    JsonNode key = admin().change("/api/v1/access-keys/do/add", "{'title': '机器'}").ok().data();
    String id = key.path("id").asText();
    Client machine = visitor().with("X-Dff-Access-Key", key.path("secret").asText());
    machine.get("/api/v1/func-list").ok();
    visitor()
        .with("X-Dff-Access-Key", id + ".wrong")
        .get("/api/v1/func-list")
        .refused("EUserAuth", "401.14");
    assertThat(admin().get("/api/v1/access-keys/" + id + "/do/get").ok().data().has("secretHash"))
        .isFalse();
    assertThat(admin().get("/api/v1/access-keys/do/list").ok().text())
        .contains(id)
        .doesNotContain("secretHash");
    admin().post("/api/v1/access-keys/" + id + "/do/delete", "{}").ok();
    machine.get("/api/v1/func-list").refused("EUserAuth", "401.14");
  }
}

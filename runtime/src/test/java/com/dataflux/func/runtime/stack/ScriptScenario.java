package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// Scripts from draft to published versions, and their functions by id.
interface ScriptScenario extends OnStack {
  String CODE =
      """
      @DFF.API('两数相减', category='math', tags=['a'], timeout=20, api_timeout=15)
      def minus(x, y=1):
          '''减法'''
          return x - y
      """;

  @Test
  default void beginsWithTheSamples() {
    assertThat(admin().get("/api/v1/script-sets/demo/do/get").ok().data().path("title").asText())
        .isEqualTo("示例");
    assertThat(admin().get("/api/v1/scripts/demo__basic/do/get").ok().data().path("title").asText())
        .isEqualTo("基础演示");
    assertThat(visitor().get("/api/v1/al/auln-hello-world").ok().result().isTextual()).isTrue();
    assertThat(call("demo__basic.plus", "{'x': 1, 'y': 2}").ok().result().asInt()).isEqualTo(3);
  }

  @Test
  default void publishesAFunctionWithItsSignatureAndDocString() {
    String id = publish("sub", CODE);
    JsonNode function = admin().get("/api/v1/funcs/" + id + ".minus/do/get").ok().data();
    assertThat(function.path("definition").asText()).isEqualTo("minus(x, y=1)");
    assertThat(function.path("title").asText()).isEqualTo("两数相减");
    assertThat(function.path("description").asText()).isEqualTo("减法");
    assertThat(function.path("category").asText()).isEqualTo("math");
    assertThat(function.path("kwargs"))
        .isEqualTo(OnStack.json("[{'name': 'x'}, {'name': 'y', 'default': 1}]"));
    assertThat(function.path("options"))
        .isEqualTo(OnStack.json("{'timeout': 20, 'apiTimeout': 15}"));
    assertThat(
            admin()
                .get("/api/v1/funcs/do/list?scriptId=" + id)
                .ok()
                .data()
                .path("totalCount")
                .asInt())
        .isEqualTo(1);
    assertThat(admin().get("/api/v1/func-list").ok().text()).contains(id + ".minus");
    assertThat(call(id + ".minus", "{'x': 5}").ok().result().asInt()).isEqualTo(4);
  }

  @Test
  default void refusesToPublishWhatCannotBeLoaded() {
    String id = draft("broken", "def f(:\n  pass\n");
    Reply reply =
        admin()
            .change("/api/v1/scripts/" + id + "/do/publish", "{}")
            .refused("EScriptPreCheck", "599.2");
    assertThat(reply.json().path("detail").path("einfoTEXT").asText()).contains("SyntaxError");
    assertThat(
            admin()
                .get("/api/v1/scripts/" + id + "/do/get")
                .ok()
                .data()
                .path("publishVersion")
                .asInt())
        .isZero();
  }

  @Test
  default void runsDraftsApartFromPublishedCode() {
    String id = publish("drafted", "@DFF.API('v')\ndef v():\n    return 1\n");
    draft("drafted", "@DFF.API('v')\ndef v():\n    print('打印')\n    return 2\n");
    Reply draft = admin().post("/api/v1/func-draft/" + id + ".v", "{}").ok();
    assertThat(draft.result().asInt()).isEqualTo(2);
    assertThat(draft.data().path("log").path(0).asText()).isEqualTo("打印");
    assertThat(call(id + ".v", "{}").ok().result().asInt()).isEqualTo(1);
    admin().post("/api/v1/func-draft/tests__nothing.v", "{}").refused("EScriptPreCheck", "599.2");
  }

  @Test
  default void showsPublishedCodeToWarmProcessesWithinASecond() throws InterruptedException {
    String id = publish("fresh", "@DFF.API('v')\ndef v():\n    return 1\n");
    for (int i = 0; i < 12; i++) {
      assertThat(call(id + ".v", "{}").ok().result().asInt()).isEqualTo(1);
    }
    publish("fresh", "@DFF.API('v')\ndef v():\n    return 2\n");
    Thread.sleep(1000);
    for (int i = 0; i < 12; i++) {
      assertThat(call(id + ".v", "{}").ok().result().asInt()).isEqualTo(2);
    }
  }

  @Test
  default void keepsVersionsAndRestoresThem() {
    String id = publish("versions", "# first\n");
    publish("versions", "# second\n");
    String path = "/api/v1/scripts/" + id + "/do/";
    assertThat(admin().get(path + "versions").ok().data()).hasSize(2);
    assertThat(admin().get(path + "get-version?version=1").ok().data().path("code").asText())
        .isEqualTo("# first\n");
    admin().get(path + "get-version?version=9").refused("EClientNotFound", "404.41");
    admin().change(path + "restore", "{'version': 1}").ok();
    JsonNode script = admin().get(path + "get").ok().data();
    assertThat(script.path("codeDraft").asText()).isEqualTo("# first\n");
    assertThat(script.path("isChanged").asBoolean()).isTrue();
  }

  @Test
  default void warnsTheSecondEditor() {
    String id = draft("edited", "# 1\n");
    String path = "/api/v1/scripts/" + id + "/do/";
    String md5 = admin().get(path + "get").ok().data().path("codeDraftMD5").asText();
    assertThat(
            admin().change(path + "lock", "{'token': 'a'}").ok().data().path("isHeld").asBoolean())
        .isTrue();
    assertThat(
            admin().change(path + "lock", "{'token': 'b'}").ok().data().path("isHeld").asBoolean())
        .isFalse();
    admin().change(path + "unlock", "{'token': 'a'}").ok();
    draft("edited", "# 2\n");
    Reply conflict =
        admin()
            .change(path + "modify", "{'codeDraft': '# 3', 'baseMD5': '%s'}".formatted(md5))
            .refused("EClientConflict", "409.42");
    assertThat(conflict.json().path("detail").path("username").asText())
        .isEqualTo(RunningStack.ADMIN);
  }

  @Test
  default void removesFunctionsWithTheirScriptsAndSets() {
    admin().change("/api/v1/script-sets/do/add", "{'id': 'gone', 'title': 'x'}").ok();
    admin().change("/api/v1/script-sets/gone/do/modify", "{'title': 'y'}").ok();
    admin().change("/api/v1/scripts/do/add", "{'id': 'gone__a'}").ok();
    admin().change("/api/v1/scripts/gone__a/do/modify", OnStack.json("{'title': 't'}")).ok();
    admin().change("/api/v1/scripts/gone__a/do/publish", "{}").ok();
    admin().change("/api/v1/scripts/do/add", "{'id': 'gone__b'}").ok();
    admin().change("/api/v1/scripts/gone__b/do/publish", "{}").ok();
    admin().post("/api/v1/scripts/gone__b/do/delete", "{}").ok();
    admin().change("/api/v1/scripts/do/add", "{'id': 'gone__b'}").ok();
    admin().change("/api/v1/scripts/gone__b/do/publish", "{}").ok();
    admin().post("/api/v1/scripts/gone__b/do/delete", "{}").ok();
    assertThat(
            admin()
                .get("/api/v1/scripts/do/list?scriptSetId=gone")
                .ok()
                .data()
                .path("totalCount")
                .asInt())
        .isEqualTo(1);
    admin().post("/api/v1/script-sets/gone/do/delete", "{}").ok();
    admin().get("/api/v1/scripts/gone__a/do/get").refused("EClientNotFound", "404.41");
    assertThat(
            admin()
                .get("/api/v1/script-sets/do/list?search=gone")
                .ok()
                .data()
                .path("totalCount")
                .asInt())
        .isZero();
  }

  @Test
  default void refusesIdsThatAreNone() {
    for (String id : new String[] {"1a", "a__b__c", "a b", "demo__", "nothing__x", "demo__a.b"}) {
      admin()
          .change("/api/v1/scripts/do/add", "{'id': '%s'}".formatted(id))
          .refused("EClientBadRequest", "400.43");
    }
    admin()
        .change("/api/v1/scripts/do/add", "{'id': 'demo__basic'}")
        .refused("EClientConflict", "409.42");
    admin()
        .change("/api/v1/scripts/do/add", "{'id': 'demo__x', 'nothing': 1}")
        .refused("EClientBadRequest", "400.43");
    call("demo__basic.nothing", "{}").refused("EClientNotFound", "404.41");
  }
}

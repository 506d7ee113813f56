package com.dataflux.func.runtime.stack;

import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What every scenario needs: a stack that runs, someone who is signed in, and a way to publish.
interface OnStack {
  String SET = "tests";

  RunningStack stack();

  /// The administrator, signed in.
  default Client admin() {
    return stack().admin();
  }

  default Client visitor() {
    return stack().visitor();
  }

  /// JSON in which single quotes stand for double ones.
  static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'));
  }

  /// Saves code as the draft of `tests__<name>`; answers the script's id.
  default String draft(String name, String code) {
    String id = SET + "__" + name;
    if (admin().get("/api/v1/script-sets/" + SET + "/do/get").status() == 404) {
      admin().change("/api/v1/script-sets/do/add", "{'id': 'tests', 'title': '测试'}").ok();
    }
    ObjectNode script = Json.object().put("codeDraft", code);
    if (admin().get("/api/v1/scripts/" + id + "/do/get").status() == 404) {
      admin().change("/api/v1/scripts/do/add", script.put("id", id)).ok();
    } else {
      admin().change("/api/v1/scripts/" + id + "/do/modify", script).ok();
    }
    return id;
  }

  /// Publishes code as `tests__<name>`; answers the script's id.
  default String publish(String name, String code) {
    String id = draft(name, code);
    admin().change("/api/v1/scripts/" + id + "/do/publish", "{}").ok();
    return id;
  }

  /// Makes a link to a function; answers its path.
  default String link(String funcId, String fields) {
    ObjectNode link = (ObjectNode) json(fields);
    String id =
        admin()
            .change("/api/v1/auth-links/do/add", link.put("funcId", funcId))
            .ok()
            .data()
            .path("id")
            .asText();
    return "/api/v1/al/" + id;
  }

  /// Calls a function by its id with arguments.
  default Reply call(String funcId, String kwargs) {
    return admin().post("/api/v1/func/" + funcId, Json.object().set("kwargs", json(kwargs)));
  }

  /// Publishes a script of this one function `f`, calls it, and answers what it returned.
  default JsonNode run(String name, String body) {
    String id = publish(name, "@DFF.API('f')\ndef f():\n" + body.indent(4));
    return call(id + ".f", "{}").ok().result();
  }
}

package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.PercentCoding;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Refusal;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;

/// Arguments and options as a caller gives them, in the standard or the simplified form.
record CallForm(ObjectNode kwargs, ObjectNode options) {

  /// `kwargs` and `options` as JSON, in the body of a POST or the query of a GET.
  static CallForm standard(Call call) {
    ObjectNode given = call.method().equals("POST") ? standardBody(call) : Json.object();
    call.query().forEach((name, value) -> given.set(name, json(name, value)));
    for (Iterator<String> names = given.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.equals("kwargs") && !name.equals("options")) {
        throw mixed(
            "Field \"%s\" was met, as the simplified form has it, in a call of the standard form."
                .formatted(name));
      }
    }
    return new CallForm(object(given, "kwargs"), object(given, "options"));
  }

  /// Every query or form field is an argument and a string; uploads are argument `files`.
  static CallForm simplified(Call call, UploadedFiles uploads) {
    ObjectNode kwargs = Json.object();
    call.query().forEach(kwargs::put);
    if (call.method().equals("POST")) {
      String type = call.contentType();
      if (type.startsWith("multipart/form-data")) {
        uploads.receive(call, kwargs);
      } else if (type.startsWith("application/json")) {
        throw mixed(
            "A JSON body was met, as the standard form has it, in a call of the simplified form.");
      } else {
        PercentCoding.fields(call.text()).forEach(kwargs::put);
      }
    }
    if (isJsonObject(kwargs.path("kwargs")) || isJsonObject(kwargs.path("options"))) {
      throw mixed(
          "Field \"kwargs\" or \"options\" holding JSON was met, as the standard form has it, in a"
              + " call of the simplified form.");
    }
    return new CallForm(kwargs, Json.object());
  }

  private static ObjectNode standardBody(Call call) {
    String type = call.contentType();
    if (type.startsWith("multipart/form-data")
        || type.startsWith("application/x-www-form-urlencoded")) {
      byte[] bytes = type.startsWith("multipart") ? new byte[0] : call.body().bytes();
      // curl -d sends JSON under the type of forms unless told otherwise.
      if (bytes.length == 0 || bytes[0] != '{') {
        throw mixed(
            "A form was met, as the simplified form has it, in a call of the standard form.");
      }
    }
    return call.json();
  }

  private static Refusal mixed(String what) {
    return Reason.EClientBadRequest.refusal(
        what
            + " The standard form takes only \"kwargs\" and \"options\" as JSON; the simplified"
            + " form takes plain fields at the path ending in /simplified.");
  }

  private static JsonNode json(String name, String text) {
    if (!name.equals("kwargs") && !name.equals("options")) {
      return Json.object().textNode(text);
    }
    try {
      return Json.MAPPER.readTree(text.isBlank() ? "{}" : text);
    } catch (JsonProcessingException e) {
      throw Reason.EClientBadRequest.refusal(
          "\"%s\" is not JSON: %s".formatted(name, e.getOriginalMessage()));
    }
  }

  private static ObjectNode object(ObjectNode given, String name) {
    JsonNode value = given.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Json.object();
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw Reason.EClientBadRequest.refusal("\"%s\" must be a JSON object.".formatted(name));
  }

  private static boolean isJsonObject(JsonNode value) {
    String text = value.asText().strip();
    return text.startsWith("{") && text.endsWith("}");
  }
}

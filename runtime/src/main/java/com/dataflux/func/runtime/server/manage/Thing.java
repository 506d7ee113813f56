package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// One kind of things that users manage, with the rules of its own.
///
/// @param path as in `/api/v1/<path>/do/list`
/// @param noun one of them, in words
/// @param prefix of ids made up for it
/// @param writable fields that a caller may give
/// @param change who may change them
record Thing(
    String path,
    String noun,
    String prefix,
    Rows rows,
    Set<String> writable,
    Access change,
    Rules rules) {

  /// One of them with its article, as in a sentence.
  String one() {
    return ("aeiouAEIOU".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
  }

  /// What a kind adds to the common routes; by default nothing.
  interface Rules {

    /// Checks and completes a new row.
    default void beforeAdd(Call call, ObjectNode row) {}

    /// Checks and completes changes of a row.
    default void beforeModify(Call call, ObjectNode old, ObjectNode changes) {}

    /// What is answered to a change, from what was changed.
    default ObjectNode answer(String id, ObjectNode changes) {
      return Json.object().put("id", id);
    }

    /// After a row is gone.
    default void afterDelete(String id) {}

    /// A row as callers may see it.
    default ObjectNode show(ObjectNode row) {
      return row;
    }
  }
}

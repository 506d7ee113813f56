package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.server.http.Call;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Takes the files of a multipart form.
@FunctionalInterface
interface Uploads {

  /// Adds the form's fields to the arguments, and its files as argument `files`.
  void receive(Call call, ObjectNode kwargs);
}

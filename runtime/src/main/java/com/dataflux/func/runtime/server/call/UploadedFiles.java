package com.dataflux.func.runtime.server.call;

import com.dataflux.func.runtime.server.base.Multipart;
import com.dataflux.func.runtime.server.http.Call;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/// Takes the files of multipart forms, and keeps them under `uploads/`, from where beat removes
/// them after a day.
record UploadedFiles(Path directory) {

  /// Adds the form's fields to the arguments, and its files as argument `files`.
  void receive(Call call, ObjectNode kwargs) {
    Multipart form = Multipart.receive(call, directory);
    form.fields().forEach(kwargs::put);
    if (!form.files().isEmpty()) {
      ArrayNode files = kwargs.putArray("files");
      for (Multipart.Received file : form.files()) {
        files
            .addObject()
            .put("filePath", file.path().toString())
            .put("originalname", file.name())
            .put("encoding", "7bit")
            .put("mimetype", file.type())
            .put("size", file.size());
      }
    }
  }
}

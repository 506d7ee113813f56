package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.base.Multipart;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The file manager of `data/resources`.
record ResourceRoutes(ResourceFolder folder) {

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/resources/do/list", Access.SIGNED_IN, "List a folder", this::list)
            .query("folder"),
        Route.get("/api/v1/resources/do/download", Access.SIGNED_IN, "Download a file", this::file)
            .query("filePath"),
        Route.post("/api/v1/resources/do/upload", Access.ADMIN, "Upload files", this::upload)
            .query("folder")
            .body("multipart form, files under `files`"),
        change("make-folder", "Make a folder", this::makeFolder),
        change("rename", "Move a file or folder", this::rename),
        change("delete", "Delete a file or folder", this::delete));
  }

  private static Route change(
      String verb, String summary, com.dataflux.func.runtime.server.http.Handler handler) {
    return Route.post("/api/v1/resources/do/" + verb, Access.ADMIN, summary, handler)
        .body("{\"data\": {filePath, newPath?}}");
  }

  private Answer list(Call call) throws IOException {
    Path path = folder.resolve(call.query("folder", ""));
    if (!Files.isDirectory(path)) {
      throw Reason.EClientNotFound.refusal("There is no such folder.");
    }
    ObjectNode data = Json.object();
    ArrayNode items = data.putArray("items");
    List<Path> entries;
    try (Stream<Path> found = Files.list(path)) {
      entries = found.sorted().toList();
    }
    for (Path entry : entries) {
      boolean isFolder = Files.isDirectory(entry);
      items
          .addObject()
          .put("name", String.valueOf(entry.getFileName()))
          .put("type", isFolder ? "folder" : "file")
          .put("size", isFolder ? 0 : Files.size(entry))
          .put("updateTime", Files.getLastModifiedTime(entry).toInstant().toString());
    }
    return Answer.data(data.put("totalCount", items.size()));
  }

  private Answer file(Call call) throws IOException {
    Path path = folder.resolveInside(call.query("filePath", ""));
    if (!Files.isRegularFile(path)) {
      throw Reason.EClientNotFound.refusal("There is no such file.");
    }
    return Answer.download(String.valueOf(path.getFileName()), path);
  }

  private Answer upload(Call call) throws IOException {
    Path target = folder.resolve(call.query("folder", ""));
    if (!Files.isDirectory(target)) {
      throw Reason.EClientNotFound.refusal("There is no such folder.");
    }
    Multipart form = Multipart.receive(call, folder.root().resolve("uploads"));
    try {
      ArrayNode names = Json.array();
      for (Multipart.Received file : form.files()) {
        String name = file.name().replaceAll(".*[/\\\\]", "");
        Path place =
            folder.resolveInside(folder.root().toRealPath().relativize(target) + "/" + name);
        Files.move(file.path(), place, StandardCopyOption.REPLACE_EXISTING);
        names.add(name);
      }
      return Answer.data(Json.object().set("names", names));
    } finally {
      form.discard();
    }
  }

  private Answer makeFolder(Call call) throws IOException {
    Files.createDirectories(given(call, "filePath"));
    return Answer.done();
  }

  private Answer rename(Call call) throws IOException {
    Path from = given(call, "filePath");
    Path to = given(call, "newPath");
    if (!Files.exists(from)) {
      throw Reason.EClientNotFound.refusal("There is no such file or folder.");
    }
    if (Files.exists(to)) {
      throw Reason.EClientConflict.refusal("There is already something at the new path.");
    }
    Files.move(from, to);
    return Answer.done();
  }

  private Answer delete(Call call) throws IOException {
    Path path = given(call, "filePath");
    if (!Files.exists(path)) {
      throw Reason.EClientNotFound.refusal("There is no such file or folder.");
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(path)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
    return Answer.done();
  }

  private Path given(Call call, String field) throws IOException {
    return folder.resolveInside(call.part("data").path(field).asText(""));
  }
}

package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.backup.Unwatched;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.runtime.dumps.DatabaseDumps;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Dumps of the database, as the pages show them; restoring one is the operator's command.
final class BackupRoutes {
  private final DatabaseDumps dumps;
  private final Services services;

  BackupRoutes(Services services) {
    this.services = services;
    this.dumps = new DatabaseDumps(services.settings(), Clock.systemUTC());
  }

  List<Route> routes() {
    String base = "/api/v1/backups";
    return List.of(
        Route.get(base + "/do/list", Access.ADMIN, "List dumps of the database", this::list)
            .query("pageNumber", "pageSize", "search"),
        Route.post(base + "/do/run", Access.ADMIN, "Dump the database", this::run),
        Route.post(base + "/{id}/do/verify", Access.ADMIN, "Verify a dump", this::verify),
        Route.get(base + "/{id}/do/download", Access.ADMIN, "Download a dump", this::download));
  }

  /// The dump made last.
  Optional<ObjectNode> latest() {
    return dumps.newestFirst().stream().findFirst().map(this::show);
  }

  private Answer list(Call call) {
    String wanted = call.query("search", "");
    List<StoredDump> found =
        dumps.newestFirst().stream().filter(dump -> id(dump).contains(wanted)).toList();
    List<ObjectNode> shown = Paging.of(call).cut(found).stream().map(this::show).toList();
    return Answer.data(Paging.data(shown, found.size()));
  }

  private ObjectNode show(StoredDump dump) {
    Instant made = dump.name().time().atZone(services.settings().timezone()).toInstant();
    return Json.object()
        .put("id", id(dump))
        .put("createTime", made.toString())
        .put("size", dump.bytes())
        .put("isVerified", dump.verified());
  }

  /// Its place under the directory of dumps: one of the timetable and one by hand may be of the
  /// same second.
  private String id(StoredDump dump) {
    Path place = services.settings().backup().directory().relativize(dump.file());
    return place.toString().replace('/', '.');
  }

  private Answer run(Call call) {
    return Answer.id(id(dumps.byHand(new Unwatched())));
  }

  private Answer verify(Call call) {
    StoredDump dump = dump(call);
    try {
      dumps.verify(dump, new Unwatched());
      return Answer.data(Json.object().put("ok", true).put("message", ""));
    } catch (ProblemException e) {
      if (e.problem().kind() != ProblemKind.DUMP_DAMAGED) {
        throw e;
      }
      String why = "%s: %s".formatted(e.problem().what(), e.problem().why());
      return Answer.data(Json.object().put("ok", false).put("message", why));
    }
  }

  private Answer download(Call call) {
    StoredDump dump = dump(call);
    return Answer.download(String.valueOf(dump.file().getFileName()), dump.file());
  }

  private StoredDump dump(Call call) {
    return dumps.newestFirst().stream()
        .filter(dump -> id(dump).equals(call.segment("id")))
        .findFirst()
        .orElseThrow(() -> Reason.EClientNotFound.refusal("There is no such dump."));
  }
}

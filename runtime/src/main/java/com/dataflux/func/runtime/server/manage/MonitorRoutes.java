package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.healthcheck.Checks;
import com.dataflux.func.healthcheck.Doctor;
import com.dataflux.func.healthcheck.Report;
import com.dataflux.func.healthcheck.TextReport;
import com.dataflux.func.healthcheck.check.Language;
import com.dataflux.func.healthcheck.check.Words;
import com.dataflux.func.healthcheck.site.ThisContainer;
import com.dataflux.func.runtime.queue.MinuteOfCalls;
import com.dataflux.func.runtime.queue.TaskRequest;
import com.dataflux.func.runtime.queue.WorkerPresence;
import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Answer;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Reason;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// Live figures, the system report, clearing queues, and what a timetable means.
record MonitorRoutes(Services services) {
  private static final Duration CHECK_LIMIT = Duration.ofSeconds(8);

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/monitor/do/overview", Access.SIGNED_IN, "Live figures", this::overview),
        Route.get("/api/v1/monitor/do/sys-report", Access.ADMIN, "The system report", this::report),
        Route.post(
                "/api/v1/monitor/do/clear-queue", Access.ADMIN, "Clear a queue", this::clearQueue)
            .body("{\"data\": {queue: 0…9 | null}}"),
        Route.get(
                "/api/v1/crontab-configs/do/preview",
                Access.SIGNED_IN,
                "The next times of a crontab",
                this::preview)
            .query("crontab", "timezone", "count"),
        Route.get("/api/v1/system/do/about", Access.SIGNED_IN, "About", this::about));
  }

  private Answer about(Call call) {
    return Answer.data(
        Json.object().put("version", "1.0.0").put("java", Runtime.version().toString()));
  }

  private Answer overview(Call call) throws IOException {
    ObjectNode data = Json.object();
    ArrayNode queues = data.putArray("queues");
    List<Long> lengths = services.queue().lengths();
    for (int queue = 0; queue < lengths.size(); queue++) {
      queues.addObject().put("queue", queue).put("length", lengths.get(queue));
    }
    ArrayNode workers = data.putArray("workers");
    for (WorkerPresence worker : services.queue().workers()) {
      ObjectNode one = workers.addObject().put("id", worker.id()).put("name", worker.host());
      worker.queues().forEach(one.putArray("queues")::add);
      one.put("leased", worker.leased());
    }
    ArrayNode calls = data.putArray("calls");
    for (MinuteOfCalls minute : services.queue().lastHour()) {
      ObjectNode one = calls.addObject().put("time", minute.minute().toString());
      one.put("ok", minute.ok()).put("failed", minute.failed());
    }
    FileStore disk = Files.getFileStore(services.data().root());
    data.putObject("disk").put("total", disk.getTotalSpace()).put("free", disk.getUsableSpace());
    data.put("deadLetters", services.queue().deadLetterCount());
    new BackupRoutes(services).latest().ifPresent(dump -> data.set("lastBackup", dump));
    data.set("backup", BackupFigures.of(services.settings().backup()).json());
    ArrayNode health = data.putArray("services");
    boolean database = services.database().answers();
    health.addObject().put("name", "mysql").put("ok", database).put("message", "");
    health.addObject().put("name", "redis").put("ok", true).put("message", "");
    return Answer.data(data);
  }

  private Answer report(Call call) throws IOException {
    StringBuilder text = new StringBuilder("DataFlux Func 1.0.0\n");
    text.append("Java ").append(Runtime.version()).append('\n');
    text.append("Redis: ");
    services
        .redis()
        .info("server")
        .lines()
        .filter(line -> line.startsWith("redis_version:"))
        .forEach(line -> text.append(line).append('\n'));
    String mysql =
        services
            .database()
            .jdbi()
            .withHandle(handle -> handle.createQuery("SELECT VERSION()").mapTo(String.class).one());
    text.append("MySQL: ").append(mysql).append('\n');
    text.append("Queues: ").append(services.queue().lengths()).append('\n');
    text.append("Workers: ").append(services.queue().workers()).append('\n');
    FileStore disk = Files.getFileStore(services.data().root());
    text.append("Disk free: %d MB%n".formatted(disk.getUsableSpace() >> 20));
    text.append('\n').append(checks(call)).append('\n');
    return Answer.data(Json.object().put("text", text.toString()));
  }

  /// What the doctor finds from inside this container.
  private String checks(Call call) {
    boolean chinese = call.headers().first("Accept-Language").orElse("").startsWith("zh");
    Report report =
        new Doctor(ThisContainer.site(services.data().root()), CHECK_LIMIT)
            .examine(Checks.insideContainer());
    Words words = new Words(chinese ? Language.CHINESE : Language.ENGLISH);
    return TextReport.of(report, words, false);
  }

  private Answer clearQueue(Call call) {
    JsonNode queue = call.part("data").path("queue");
    if (queue.isNumber() && (queue.asInt() < 0 || queue.asInt() >= TaskRequest.QUEUES)) {
      throw Reason.EClientBadRequest.refusal("\"queue\" is one of 0 to 9, or null for all.");
    }
    long cleared = 0;
    for (int number = 0; number < TaskRequest.QUEUES; number++) {
      if (!queue.isNumber() || queue.asInt() == number) {
        cleared += services.queue().clear(number);
      }
    }
    return Answer.data(Json.object().put("cleared", cleared));
  }

  private Answer preview(Call call) {
    String zone = call.query("timezone", "");
    ZonedDateTime time =
        ZonedDateTime.now(
            zone.isEmpty() ? services.settings().timezone() : CrontabRules.zone(zone));
    var crontab = CrontabRules.parse(call.query("crontab", ""));
    ObjectNode data = Json.object().put("timezone", time.getZone().getId());
    ArrayNode times = data.putArray("nextTimes");
    for (int left = Paging.number(call, "count", 5, 50); left > 0; left--) {
      Optional<ZonedDateTime> next = crontab.next(time);
      if (next.isEmpty()) {
        break;
      }
      time = next.get();
      times.add(time.toInstant().toString());
    }
    return Answer.data(data);
  }
}

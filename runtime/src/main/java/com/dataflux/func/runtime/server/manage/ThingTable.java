package com.dataflux.func.runtime.server.manage;

import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Access;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The kinds of things that are managed by the common routes, in one place.
final class ThingTable {
  private ThingTable() {}

  static List<Route> routes(Services services) {
    Rows functions = services.rows(Tables.FUNCS);
    Rows auths = services.rows(Tables.API_AUTHS);
    LinkRules links = new LinkRules(functions, auths);
    Set<String> linkFields =
        Set.of(
            "funcId",
            "funcCallKwargs",
            "isDisabled",
            "expireTime",
            "throttling",
            "apiAuthId",
            "note");
    List<Route> routes = new ArrayList<>();
    for (Thing thing :
        List.of(
            new Thing(
                "auth-links",
                "authorization link",
                "auln-",
                services.rows(Tables.AUTH_LINKS),
                linkFields,
                Access.SIGNED_IN,
                links),
            new Thing(
                "batches",
                "batch",
                "bat-",
                services.rows(Tables.BATCHES),
                linkFields,
                Access.SIGNED_IN,
                links),
            new Thing(
                "crontab-configs",
                "timetable",
                "cron-",
                services.rows(Tables.CRONTAB_CONFIGS),
                Set.of(
                    "funcId",
                    "funcCallKwargs",
                    "crontab",
                    "timezone",
                    "isDisabled",
                    "expireTime",
                    "note"),
                Access.SIGNED_IN,
                new CrontabRules(links)),
            new Thing(
                "api-auths",
                "API authentication",
                "auth-",
                auths,
                Set.of("title", "type", "config"),
                Access.SIGNED_IN,
                new SecretConfig()),
            new Thing(
                "data-sources",
                "data source",
                "dsrc-",
                services.rows(Tables.DATA_SOURCES),
                Set.of("type", "title", "description", "config"),
                Access.SIGNED_IN,
                new SecretConfig()),
            new Thing(
                "env-variables",
                "environment variable",
                "env-",
                services.rows(Tables.ENV_VARIABLES),
                Set.of("title", "description", "type", "isSecret", "value"),
                Access.SIGNED_IN,
                new EnvironmentRules()))) {
      routes.addAll(new ThingRoutes(thing).routes());
    }
    for (Thing thing :
        List.of(
            readOnly("funcs", "function", functions),
            readOnly("task-records", "task record", services.rows(Tables.TASK_RECORDS)),
            readOnly(
                "operation-records",
                "operation record",
                services.rows(Tables.OPERATION_RECORDS)))) {
      routes.addAll(new ThingRoutes(thing).reading());
    }
    return routes;
  }

  private static Thing readOnly(String path, String noun, Rows rows) {
    return new Thing(path, noun, "", rows, Set.of(), Access.SIGNED_IN, new Thing.Rules() {});
  }
}

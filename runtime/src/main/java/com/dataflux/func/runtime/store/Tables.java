package com.dataflux.func.runtime.store;

/// The tables of `schema/*.sql` that hold what users make.
public final class Tables {
  public static final Table USERS =
      Table.named("users")
          .text("username", "name", "passwordHash", "roles")
          .number("passwordVersion")
          .toggle("isDisabled")
          .time("createTime", "updateTime")
          .build();
  public static final Table ACCESS_KEYS =
      Table.named("access_keys")
          .text("title", "secretHash", "userId")
          .time("lastUsedTime", "createTime", "updateTime")
          .build();
  public static final Table SCRIPT_SETS =
      Table.named("script_sets")
          .text("title", "description")
          .time("createTime", "updateTime")
          .build();
  public static final Table SCRIPTS =
      Table.named("scripts")
          .text("scriptSetId", "title", "description", "codeMD5", "codeDraftMD5", "draftUser")
          .longText("code", "codeDraft")
          .number("publishVersion")
          .time("publishTime", "createTime", "updateTime")
          .build();
  public static final Table FUNCS =
      Table.named("funcs")
          .text("scriptId", "name", "title", "description", "definition", "category")
          .json("kwargs", "tags", "options")
          .toggle("isHidden")
          .time("createTime", "updateTime")
          .build();
  public static final Table API_AUTHS =
      Table.named("api_auths")
          .text("title", "type")
          .sealed("config")
          .time("createTime", "updateTime")
          .build();
  public static final Table AUTH_LINKS = link("auth_links");
  public static final Table BATCHES = link("batches");
  public static final Table CRONTAB_CONFIGS =
      Table.named("crontab_configs")
          .text("funcId", "crontab", "timezone", "note")
          .json("funcCallKwargs")
          .toggle("isDisabled")
          .time("expireTime", "lastRunTime", "createTime", "updateTime")
          .build();
  public static final Table DATA_SOURCES =
      Table.named("data_sources")
          .text("type", "title", "description")
          .sealed("config")
          .time("createTime", "updateTime")
          .build();
  public static final Table ENV_VARIABLES =
      Table.named("env_variables")
          .text("title", "description", "type")
          .toggle("isSecret")
          .sealed("value")
          .time("createTime", "updateTime")
          .build();
  public static final Table TASK_RECORDS =
      Table.named("task_records")
          .text("rootTaskId", "funcId", "origin", "originId", "status")
          .number("queue", "duration", "peakMemory", "attempt")
          .longJson("kwargs", "result", "log")
          .longText("einfoText")
          .time("triggerTime", "startTime", "createTime")
          .build();
  public static final Table OPERATION_RECORDS =
      Table.named("operation_records")
          .text("username", "clientAddress", "action", "target", "traceId")
          .toggle("isOk")
          .longJson("body")
          .time("createTime")
          .build();

  private Tables() {}

  private static Table link(String name) {
    return Table.named(name)
        .text("funcId", "apiAuthId", "note")
        .json("funcCallKwargs", "throttling")
        .toggle("isDisabled")
        .time("expireTime", "createTime", "updateTime")
        .build();
  }
}

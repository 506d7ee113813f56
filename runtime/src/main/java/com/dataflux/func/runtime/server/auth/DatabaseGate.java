package com.dataflux.func.runtime.server.auth;

import com.dataflux.func.runtime.server.base.Services;
import com.dataflux.func.runtime.server.http.Call;
import com.dataflux.func.runtime.server.http.Gate;
import com.dataflux.func.runtime.server.http.Identity;
import com.dataflux.func.runtime.server.http.Route;
import com.dataflux.func.runtime.store.CodeDigest;
import com.dataflux.func.runtime.store.Json;
import com.dataflux.func.runtime.store.Rows;
import com.dataflux.func.runtime.store.Tables;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// Knows users by their session, machines by their access key (`<id>.<secret>`).
public final class DatabaseGate implements Gate {
  private final Sessions sessions;
  private final Rows users;
  private final Rows accessKeys;
  private final Rows operations;

  public DatabaseGate(Services services, Sessions sessions) {
    this.sessions = sessions;
    this.users = services.rows(Tables.USERS);
    this.accessKeys = services.rows(Tables.ACCESS_KEYS);
    this.operations = services.rows(Tables.OPERATION_RECORDS);
  }

  /// How an access key's secret is kept. It is random and long, so one hash is enough.
  public static String digest(String secret) {
    return CodeDigest.sha256(secret);
  }

  @Override
  public Identity identify(String token, String accessKey) {
    if (!token.isEmpty()) {
      return sessions.find(token);
    }
    int dot = accessKey.indexOf('.');
    if (dot < 0) {
      return Identity.NOBODY;
    }
    Optional<ObjectNode> key = accessKeys.get(accessKey.substring(0, dot));
    if (key.isEmpty() || !matches(accessKey.substring(dot + 1), key.get())) {
      return Identity.NOBODY;
    }
    accessKeys.modify(
        key.get().path("id").asText(), Json.object().put("lastUsedTime", Instant.now().toString()));
    return users
        .get(key.get().path("userId").asText())
        .filter(user -> !user.path("isDisabled").asBoolean())
        .map(Sessions::identity)
        .orElse(Identity.NOBODY);
  }

  private static boolean matches(String secret, ObjectNode key) {
    return MessageDigest.isEqual(
        digest(secret).getBytes(StandardCharsets.UTF_8),
        key.path("secretHash").asText().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void record(Call call, Route route, boolean ok) {
    operations.add(OperationRecord.of(call, route, ok));
  }
}

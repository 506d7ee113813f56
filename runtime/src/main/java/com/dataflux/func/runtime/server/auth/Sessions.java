package com.dataflux.func.runtime.server.auth;

import com.dataflux.func.platform.secret.Secret;
import com.dataflux.func.runtime.server.http.Identity;
import com.dataflux.func.runtime.store.Redis;
import com.dataflux.func.runtime.store.Rows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/// Sessions of signed-in users. Each request prolongs one; a password change, or disabling the
/// user, ends it, since it holds the version of the password it began with.
public record Sessions(Redis redis, Rows users, Duration lifetime) {

  /// Begins a session.
  ///
  /// @return its token
  String begin(ObjectNode user) {
    String token = Secret.generate().reveal();
    String value = user.path("id").asText() + " " + user.path("passwordVersion").asInt();
    redis.put(key(token), value, lifetime);
    return token;
  }

  void end(String token) {
    redis.remove(key(token));
  }

  Identity find(String token) {
    Optional<String> session = redis.get(key(token));
    if (session.isEmpty()) {
      return Identity.NOBODY;
    }
    String[] parts = session.get().split(" ", 2);
    Optional<ObjectNode> user = users.get(parts[0]);
    if (user.isEmpty()
        || user.get().path("isDisabled").asBoolean()
        || !user.get().path("passwordVersion").asText().equals(parts[1])) {
      end(token);
      return Identity.NOBODY;
    }
    redis.prolong(key(token), lifetime);
    return identity(user.get());
  }

  static Identity identity(ObjectNode user) {
    return new Identity(
        user.path("id").asText(),
        user.path("username").asText(),
        user.path("roles").asText().contains("admin"));
  }

  private static String key(String token) {
    return "session@" + token;
  }
}

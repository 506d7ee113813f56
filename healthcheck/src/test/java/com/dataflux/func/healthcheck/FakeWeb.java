package com.dataflux.func.healthcheck;

import com.dataflux.func.healthcheck.site.Reach;
import com.dataflux.func.healthcheck.site.Web;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The web as a healthy host meets it; tests put other answers in.
final class FakeWeb implements Web {
  private final Map<String, Object> answers = new LinkedHashMap<>();

  FakeWeb() {
    answer("http://127.0.0.1:8088/", 302, "/client-app", "Found. Redirecting to /client-app");
    for (String host : new String[] {"127.0.0.1", "192.168.7.5"}) {
      answer("http://" + host + ":8088/api/v1/do/ping", 200, "", "{\"data\":\"pong\"}");
    }
    answer("http://127.0.0.1:8088/api/v1/al/auln-hello-world", 200, "", "{\"ok\":true}");
  }

  void answer(String address, int status, String location, String body) {
    answers.put(address, new Reply(status, location, body, Optional.empty()));
  }

  void answer(String address, Reply reply) {
    answers.put(address, reply);
  }

  void fail(String address, Reach how) {
    answers.put(address, how);
  }

  @Override
  public Reply get(URI address) {
    Object answer = answers.getOrDefault(address.toString(), Reach.REFUSED);
    if (answer instanceof Reply reply) {
      return reply;
    }
    throw new Unreached((Reach) answer, "as the test wants it");
  }

  @Override
  public Reply post(URI address) {
    return get(address);
  }
}

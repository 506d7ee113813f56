package com.dataflux.func.runtime.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private static final RouteTable TABLE =
      new RouteTable(
          List.of(
              route("GET", "/api/v1/things/do/list"),
              route("GET", "/api/v1/things/{id}/do/get"),
              route("POST", "/api/v1/things/{id}/do/delete")));

  @Test
  void prefersALiteralSegment() {
    assertThat(TABLE.find("GET", "/api/v1/things/do/list").orElseThrow().values()).isEmpty();
  }

  @Test
  void decodesAVariableSegment() {
    assertThat(TABLE.find("GET", "/api/v1/things/a%20b+c/do/get").orElseThrow().values())
        .containsEntry("id", "a b+c");
  }

  @Test
  void knowsNoOtherPath() {
    assertThat(TABLE.find("GET", "/api/v1/things")).isEmpty();
    assertThat(TABLE.find("GET", "/api/v1/things//do/get")).isEmpty();
  }

  @Test
  void neverDeletesByGet() {
    assertThatThrownBy(() -> TABLE.find("GET", "/api/v1/things/1/do/delete"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.reason().status()).isEqualTo(405);
              assertThat(refusal.headers()).containsEntry("Allow", "POST");
            });
  }

  private static Route route(String method, String path) {
    return new Route(method, path, Access.ANYONE, "", List.of(), "", false, call -> Answer.done());
  }
}

package com.dataflux.func.runtime.server.http;

import java.util.List;

/// One entry of the route table, from which the OpenAPI document is made as well.
///
/// @param path with `{name}` for a part that varies
/// @param parameters what the query may hold
/// @param body what the body holds, in words; empty for none
/// @param isRecorded whether a use of it is kept as an operation record
public record Route(
    String method,
    String path,
    Access access,
    String summary,
    List<String> parameters,
    String body,
    boolean isRecorded,
    Handler handler) {

  public static Route get(String path, Access access, String summary, Handler handler) {
    return new Route("GET", path, access, summary, List.of(), "", false, handler);
  }

  public static Route post(String path, Access access, String summary, Handler handler) {
    boolean isRecorded = access != Access.ANYONE;
    return new Route("POST", path, access, summary, List.of(), "", isRecorded, handler);
  }

  /// The same route with what its query may hold.
  public Route query(String... names) {
    return new Route(method, path, access, summary, List.of(names), body, isRecorded, handler);
  }

  /// The same route with a word on its body.
  public Route body(String description) {
    return new Route(method, path, access, summary, parameters, description, isRecorded, handler);
  }

  /// The same route, for what changes nothing that lasts.
  public Route unrecorded() {
    return new Route(method, path, access, summary, parameters, body, false, handler);
  }
}

package com.dataflux.func.runtime.server.http;

/// Carries out a call.
@FunctionalInterface
public interface Handler {

  /// @throws Refusal to answer with an error
  Answer handle(Call call) throws Exception;
}

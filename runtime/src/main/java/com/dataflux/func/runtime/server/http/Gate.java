package com.dataflux.func.runtime.server.http;

/// Finds out who makes a call, and keeps a record of what they change.
public interface Gate {

  /// @param token the header `X-Dff-Auth-Token`; empty where not sent
  /// @param accessKey the header `X-Dff-Access-Key`; empty where not sent
  Identity identify(String token, String accessKey);

  /// Notes a change that was made or refused.
  void record(Call call, Route route, boolean ok);

  /// A gate that knows nobody, for the time before the databases answer.
  Gate CLOSED =
      new Gate() {
        @Override
        public Identity identify(String token, String accessKey) {
          return Identity.NOBODY;
        }

        @Override
        public void record(Call call, Route route, boolean ok) {}
      };
}

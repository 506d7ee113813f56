package com.dataflux.func.runtime.server.http;

/// Who makes a call.
///
/// @param id of the user; empty for nobody
public record Identity(String id, String username, boolean isAdmin) {
  public static final Identity NOBODY = new Identity("", "", false);

  public boolean isSignedIn() {
    return !id.isEmpty();
  }
}

package com.dataflux.func.installer.stack;

/// What the Swarm of an install is like.
public final class Swarm {
  /// Where managers listen.
  public static final int PORT = 2377;

  /// A Swarm of one node needs no address of the network: it keeps working when the host gets
  /// another one, has several or none, and nobody outside can reach it.
  public static final String OWN_ADDRESS = "127.0.0.1";

  public static final String STACK = "dataflux-func";

  private Swarm() {}
}

package com.dataflux.func.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/// Where a server listens: on loopback of the build machine, or on a host of its own.
///
/// @param enter what to put before a command so that it runs in that network
/// @param bind the address that the server binds
/// @param address the one that its clients use
public record Place(List<String> enter, String bind, String address) {
  /// The build machine itself; nothing outside reaches it.
  public static final Place LOOPBACK = new Place(List.of(), "127.0.0.1", "127.0.0.1");

  public Place {
    enter = List.copyOf(enter);
  }

  /// A network namespace with a card that has an address.
  static Place in(String namespace, String address) {
    return new Place(List.of("nsenter", "--net=/run/netns/" + namespace), "0.0.0.0", address);
  }

  /// A port that is free now.
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

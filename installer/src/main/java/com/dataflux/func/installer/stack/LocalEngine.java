package com.dataflux.func.installer.stack;

import com.dataflux.func.platform.engine.DockerEngine;
import com.dataflux.func.platform.engine.Engine;
import com.dataflux.func.platform.engine.EngineFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// The engine of this host.
public final class LocalEngine {
  private LocalEngine() {}

  /// The engine, where one answers now.
  public static Optional<Engine> reach() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(EngineFiles.SOCKET));
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(DockerEngine.connect(EngineFiles.SOCKET));
  }
}

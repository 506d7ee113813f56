package com.dataflux.func.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A line to a server on this machine that can be cut: then bytes no longer go through, in either
/// direction, and connections stay open as if nothing had happened.
final class CutLine implements AutoCloseable {
  private final int server;
  private final ServerSocket socket;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

  private CutLine(int server, ServerSocket socket) {
    this.server = server;
    this.socket = socket;
  }

  static CutLine to(int server) throws IOException {
    CutLine line = new CutLine(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(line::serve);
    return line;
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Lets this many bytes more through from the server, of all connections together.
  void cutAfter(long bytes) {
    left.set(bytes);
  }

  /// Mends it for new connections; those that were there are lost.
  void mend() {
    ends.forEach(CutLine::close);
    ends.clear();
    left.set(Long.MAX_VALUE);
  }

  private void serve() {
    try {
      while (true) {
        Socket client = socket.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        ends.add(client);
        ends.add(behind);
        Thread.ofVirtual().start(() -> pass(client, behind, 0));
        Thread.ofVirtual().start(() -> pass(behind, client, 1));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  /// @param weight how much of the line's length a byte of this direction takes
  private void pass(Socket from, Socket to, int weight) {
    byte[] piece = new byte[1 << 14];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (left.addAndGet(-(long) length * weight) >= 0) {
          out.write(piece, 0, length);
        }
      }
    } catch (IOException e) {
      // The connection is over.
    }
  }

  private static void close(Socket end) {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    ends.forEach(CutLine::close);
  }
}

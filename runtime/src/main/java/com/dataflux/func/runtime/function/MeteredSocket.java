package com.dataflux.func.runtime.function;

import com.dataflux.func.platform.files.SingleByte;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import redis.clients.jedis.exceptions.JedisConnectionException;

/// A connection to Redis on which no answer goes beyond the limit: the client keeps an answer as a
/// whole, and makes room for a text as soon as it knows its length.
final class MeteredSocket extends Socket {
  private final RedisMeter meter = new RedisMeter();

  /// @throws JedisConnectionException where nothing answers there
  static Socket open(String host, int port, int timeoutMillis) {
    MeteredSocket socket = new MeteredSocket();
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(new InetSocketAddress(host, port), timeoutMillis);
      socket.setSoTimeout(timeoutMillis);
      return socket;
    } catch (IOException e) {
      try (socket) {
        throw new JedisConnectionException("Failed to connect to %s:%d".formatted(host, port), e);
      } catch (IOException closing) {
        throw new JedisConnectionException(closing);
      }
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        return SingleByte.readFrom(this);
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        meter.pass(buffer, offset, Math.max(read, 0));
        return read;
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(super.getOutputStream()) {
      @Override
      public void write(byte[] buffer, int offset, int length) throws IOException {
        meter.begin();
        out.write(buffer, offset, length);
      }
    };
  }
}

package com.dataflux.func.runtime.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request's body, read once and never past a limit.
public final class Body {
  private final Supplier<InputStream> source;
  private final long declared;
  private long limit;
  private final long uploadLimit;
  private byte @Nullable [] bytes;

  /// @param declared `Content-Length`; -1 where not said
  public Body(Supplier<InputStream> source, long declared, long limit, long uploadLimit) {
    this.source = source;
    this.declared = declared;
    this.limit = limit;
    this.uploadLimit = uploadLimit;
  }

  /// Lowers the ordinary limit.
  void keepWithin(long most) {
    limit = Math.min(limit, most);
  }

  /// The most bytes of an ordinary body.
  public long limit() {
    return limit;
  }

  /// The whole body, within the ordinary limit.
  public byte[] bytes() {
    byte[] read = bytes;
    if (read == null) {
      try (InputStream stream = limited(limit)) {
        read = stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bytes = read;
    }
    return read;
  }

  /// The body as it arrives, within the limit of uploads.
  public InputStream upload() {
    return limited(uploadLimit);
  }

  private InputStream limited(long most) {
    if (declared > most) {
      throw tooLarge(most);
    }
    return new FilterInputStream(declared == 0 ? InputStream.nullInputStream() : source.get()) {
      private long left = most;

      @Override
      public int read() throws IOException {
        int next = super.read();
        take(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        take(Math.max(read, 0));
        return read;
      }

      private void take(int read) {
        left -= read;
        if (left < 0) {
          throw tooLarge(most);
        }
      }
    };
  }

  private static Refusal tooLarge(long most) {
    return Reason.EClientTooLarge.refusal(
        "The body is larger than the limit of %d bytes.".formatted(most));
  }
}

package com.dataflux.func.runtime.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request's body, read once and never past a limit, nor without room for it in the heap.
public final class Body {
  /// A body stands several times in memory: as it came, as values, and as what goes to a worker.
  private static final int COPIES = 3;

  private final Supplier<InputStream> source;
  private final long declared;
  private long limit;
  private final long uploadLimit;
  private final BodyRoom.Share share;
  private byte @Nullable [] bytes;

  /// @param declared `Content-Length`; -1 where not said
  /// @param share where the room for what stays in memory comes from
  public Body(
      Supplier<InputStream> source,
      long declared,
      long limit,
      long uploadLimit,
      BodyRoom.Share share) {
    this.source = source;
    this.declared = declared;
    this.limit = limit;
    this.uploadLimit = uploadLimit;
    this.share = share;
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
      try (InputStream stream = limited(limit, this::cover)) {
        cover(declared);
        read = stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bytes = read;
    }
    return read;
  }

  /// The body as it arrives, within the limit of uploads. What is kept of it in memory is to be
  /// covered.
  public InputStream upload() {
    return limited(uploadLimit, _ -> {});
  }

  /// Makes sure of room for so many bytes of the body in memory, in all.
  ///
  /// @throws Refusal where other requests leave none for too long
  public void cover(long kept) {
    share.cover(COPIES * kept);
  }

  /// As [#cover(long)], for a text whose tree takes so much beside it.
  void coverTree(long text, long tree) {
    share.cover(COPIES * text + tree);
  }

  /// @param count is told at each step how much was read
  private InputStream limited(long most, LongConsumer count) {
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
        count.accept(most - left);
      }
    };
  }

  private static Refusal tooLarge(long most) {
    return Reason.EClientTooLarge.refusal(
        "The body is larger than the limit of %d bytes.".formatted(most));
  }
}

package com.dataflux.func.runtime.server.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The part of the heap that the bodies of all requests under way may take together. The first
/// bytes of each come from a part of their own, so that a few large bodies keep no small one out.
public final class BodyRoom {
  /// What a request may take of the part for small ones.
  static final long SMALL = 256 << 10;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int BLOCK = 1 << 10;

  private final Part small;
  private final Part large;
  private final Duration patience;

  /// @param bytes in all, a quarter of them for small bodies
  /// @param patience how long a request waits for room
  BodyRoom(long bytes, Duration patience) {
    this.small = new Part(bytes / 4);
    this.large = new Part(bytes - bytes / 4);
    this.patience = patience;
  }

  /// Half of this process's heap.
  public static BodyRoom ofHeap() {
    return new BodyRoom(Runtime.getRuntime().maxMemory() / 2, PATIENCE);
  }

  /// What one request takes; nothing at first.
  public Share share() {
    return new Share();
  }

  /// Counts blocks, in the order in which they are asked for.
  private static final class Part {
    private final int size;
    private final Semaphore free;

    Part(long bytes) {
      this.size = Math.clamp(bytes / BLOCK, 1, Integer.MAX_VALUE);
      this.free = new Semaphore(size, true);
    }

    /// A request that needs more than there is takes all of it, and is alone then.
    int blocks(long bytes) {
      return Math.clamp((bytes + BLOCK - 1) / BLOCK, 0, size);
    }
  }

  /// What one request holds until it ends. For one thread.
  public final class Share implements AutoCloseable {
    private int ofSmall;
    private int ofLarge;
    private boolean hasWaited;

    private Share() {}

    /// Makes sure that the request holds so many bytes in all.
    ///
    /// @throws Refusal where others hold them for too long
    public void cover(long bytes) {
      ofSmall = take(small, ofSmall, Math.min(bytes, SMALL));
      ofLarge = take(large, ofLarge, bytes - SMALL);
    }

    private int take(Part part, int held, long bytes) {
      int needed = part.blocks(bytes);
      if (needed <= held) {
        return held;
      }
      try {
        long millis = hasWaited ? 0 : patience.toMillis();
        if (part.free.tryAcquire(needed - held, millis, TimeUnit.MILLISECONDS)) {
          return needed;
        }
        hasWaited = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Reason.EUnavailable.refusal("The server stops.");
      }
      throw Reason.EUnavailable.refusal(
              "The server holds as much of other requests as it has room for; try again.")
          .with("Retry-After", "5");
    }

    @Override
    public void close() {
      small.free.release(ofSmall);
      large.free.release(ofLarge);
      ofSmall = 0;
      ofLarge = 0;
    }
  }
}

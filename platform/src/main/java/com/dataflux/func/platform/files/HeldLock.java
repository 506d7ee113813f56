package com.dataflux.func.platform.files;

import static java.util.Objects.requireNonNull;

import com.dataflux.func.platform.ProblemException;
import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A lock that one run holds at a time. The kernel lets go of it when the holder dies; the file
/// says who holds it, since when, and why.
public final class HeldLock implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(150);

  private final FileChannel channel;

  private HeldLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock at once, or says who has it.
  ///
  /// @param purpose what the holder does, in the words of the command line
  /// @throws com.dataflux.func.platform.ProblemException of kind `LOCKED` where another holds it
  public static HeldLock take(Path file, String purpose) {
    try {
      Files.createDirectories(requireNonNull(file.toAbsolutePath().getParent()));
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        String holder =
            new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8)
                .strip();
        channel.close();
        throw ProblemKind.LOCKED.exception(
            "Another run is at work on this host",
            "the lock %s is held by %s"
                .formatted(file, holder.isEmpty() ? "an unnamed process" : holder),
            "Wait until it has ended, then run the same command again.");
      }
      name(channel, purpose);
      return new HeldLock(channel);
    } catch (IOException e) {
      throw ProblemKind.FILE_FAILED
          .problem(
              "The lock %s could not be taken".formatted(file),
              e.toString(),
              "Look at its directory's permissions.")
          .asException(e);
    }
  }

  /// The same, once another has let go of it.
  ///
  /// @param limit for which it waits
  public static HeldLock take(Path file, String purpose, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        return take(file, purpose);
      } catch (ProblemException e) {
        if (e.problem().kind() != ProblemKind.LOCKED || System.nanoTime() > end) {
          throw e;
        }
        pause(e);
      }
    }
  }

  /// The kernel tells nobody when a lock is free that is asked for with a limit.
  private static void pause(ProblemException locked) {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw locked;
    }
  }

  /// On a full disk the holder cannot be named, and holds the lock all the same.
  private static void name(FileChannel channel, String purpose) {
    String holder =
        "process %d since %s: %s\n"
            .formatted(
                ProcessHandle.current().pid(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                purpose);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      // Only the message to others is poorer.
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      // The kernel lets go of the lock with the process at the latest.
    }
  }
}

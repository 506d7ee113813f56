package com.dataflux.func.runtime.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/// Appends to the log file, which several processes share: each line is one write to a file opened
/// for appending. A file that logrotate moved or cut is noticed and opened anew; one that grew too
/// large or too old is moved to `….1` to `….5`.
final class LogFile extends Handler implements AutoCloseable {
  private static final long LARGEST = 100L << 20;
  private static final Duration OLDEST = Duration.ofDays(30);
  private static final int KEPT = 5;
  private static final long LOOK_MILLIS = 2000;

  private final Path file;
  private @Nullable FileChannel channel;
  private @Nullable Object fileKey;
  private long looked;

  LogFile(Path file, Formatter formatter) {
    this.file = file;
    setFormatter(formatter);
  }

  /// Makes the file, so that who looks for it finds it before anything went wrong.
  synchronized void open() {
    try {
      current();
    } catch (IOException e) {
      reportError(null, e, ErrorManager.OPEN_FAILURE);
    }
  }

  @Override
  public synchronized void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    try {
      byte[] line = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
      FileChannel open = current();
      ByteBuffer rest = ByteBuffer.wrap(line);
      while (rest.hasRemaining()) {
        open.write(rest);
      }
    } catch (IOException | UncheckedIOException e) {
      reportError(
          null, e instanceof IOException io ? io : new IOException(e), ErrorManager.WRITE_FAILURE);
    }
  }

  private FileChannel current() throws IOException {
    long now = System.currentTimeMillis();
    FileChannel open = channel;
    if (open != null && now - looked < LOOK_MILLIS) {
      return open;
    }
    looked = now;
    if (open != null && Files.exists(file) && key().equals(fileKey)) {
      if (!isFull()) {
        return open;
      }
      rotate();
    }
    if (open != null) {
      open.close();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel fresh =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    channel = fresh;
    fileKey = key();
    return fresh;
  }

  /// Lets the next line look at the file, however short a time ago the last look was.
  synchronized void lookAgain() {
    looked = 0;
  }

  private Object key() throws IOException {
    return Files.getAttribute(file, "unix:ino");
  }

  private boolean isFull() throws IOException {
    BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
    Instant oldest = Instant.now().minus(OLDEST);
    return about.size() > LARGEST
        || (about.size() > 0 && about.creationTime().toInstant().isBefore(oldest));
  }

  /// One process of several does it; the others find it done.
  private void rotate() throws IOException {
    Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (Files.exists(file) && isFull()) {
        moveAside();
      }
    }
  }

  private void moveAside() throws IOException {
    for (int number = KEPT - 1; number >= 1; number--) {
      Path older = file.resolveSibling(file.getFileName() + "." + number);
      if (Files.exists(older)) {
        Files.move(
            older,
            file.resolveSibling(file.getFileName() + "." + (number + 1)),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void flush() {}

  @Override
  public synchronized void close() {
    try {
      FileChannel open = channel;
      if (open != null) {
        open.close();
      }
      channel = null;
    } catch (IOException e) {
      reportError(null, e, ErrorManager.CLOSE_FAILURE);
    }
  }
}

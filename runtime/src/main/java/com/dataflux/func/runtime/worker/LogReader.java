package com.dataflux.func.runtime.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One thread that empties the log pipes of all processes, so that none of them blocks on a print.
final class LogReader implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LogReader.class.getName());

  private final Selector selector;
  private final Queue<CallLog> arrivals = new ConcurrentLinkedQueue<>();

  LogReader() throws IOException {
    selector = Selector.open();
    Thread.ofPlatform().name("function-logs").daemon().start(this::work);
  }

  void watch(CallLog log) {
    arrivals.add(log);
    selector.wakeup();
  }

  private void work() {
    try {
      while (selector.isOpen()) {
        selector.select(LogReader::drain);
        for (CallLog log = arrivals.poll(); log != null; log = arrivals.poll()) {
          if (log.channel().isOpen()) {
            log.channel().register(selector, SelectionKey.OP_READ, log);
          }
        }
      }
    } catch (ClosedSelectorException e) {
      LOG.log(Level.FINE, "the reader of logs ends", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drain(SelectionKey key) {
    if (key.attachment() instanceof CallLog log && !log.drain()) {
      key.cancel();
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}

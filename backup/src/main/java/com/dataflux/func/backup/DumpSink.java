package com.dataflux.func.backup;

import com.dataflux.func.backup.content.DumpContent;
import com.dataflux.func.backup.content.DumpScanner;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/// Takes a dump as it streams by: writes it on, and knows its content at the end.
final class DumpSink extends OutputStream {
  private final OutputStream next;
  private final DumpScanner scanner = new DumpScanner();
  private final Runnable atFirstTable;
  private final LongConsumer progress;
  private boolean firstTableMet;

  /// @param atFirstTable called once, when the first table has been met
  /// @param progress told the size of each piece
  DumpSink(OutputStream next, Runnable atFirstTable, LongConsumer progress) {
    this.next = next;
    this.atFirstTable = atFirstTable;
    this.progress = progress;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    next.write(bytes, from, length);
    scanner.accept(bytes, from, length);
    if (!firstTableMet && scanner.reachedTables()) {
      firstTableMet = true;
      atFirstTable.run();
    }
    progress.accept(length);
  }

  DumpContent content() {
    return scanner.content();
  }
}

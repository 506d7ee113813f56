package com.dataflux.func.backup;

import com.dataflux.func.backup.packing.PackedFile;
import com.dataflux.func.backup.packing.Packing;
import com.dataflux.func.backup.store.StoredDump;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.process.Feed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// A dump as it is fed to `mysql`: for the database that is meant, whatever name it was dumped
/// under, without locks, in few transactions, and with rows gathered into large statements.
final class SqlFeed implements Feed {
  private static final int PIECE = 1 << 16;

  private final StoredDump dump;
  private final Packing packing;
  private final String database;
  private final LoadRules rules;
  private final LongConsumer progress;

  SqlFeed(
      StoredDump dump, Packing packing, String database, LoadRules rules, LongConsumer progress) {
    this.dump = dump;
    this.packing = packing;
    this.database = database;
    this.rules = rules;
    this.progress = progress;
  }

  @Override
  public void writeTo(OutputStream input) throws IOException {
    input.write(preamble().getBytes(StandardCharsets.UTF_8));
    SqlRewriter rewriter = new SqlRewriter(input, rules);
    try (PackedFile file = open()) {
      InputStream source = content(file);
      byte[] piece = new byte[PIECE];
      for (int length = read(source, piece); length >= 0; length = read(source, piece)) {
        rewriter.write(piece, 0, length);
      }
    }
    rewriter.finish();
    input.write("\nCOMMIT;\n".getBytes(StandardCharsets.UTF_8));
  }

  private String preamble() {
    String name = "`" + database.replace("`", "``") + "`";
    return """
    CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
    USE %s;
    SET autocommit = 0;
    """
        .formatted(name, name);
  }

  private PackedFile open() {
    try {
      return new PackedFile(dump, packing, progress);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InputStream content(PackedFile file) {
    try {
      return file.content();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /// A failure here is one of the dump, not of the program that is fed.
  private int read(InputStream source, byte[] piece) {
    try {
      return source.read(piece);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private RuntimeException unreadable(IOException cause) {
    return ProblemKind.DUMP_DAMAGED
        .problem(
            "%s could not be read to its end".formatted(dump.file()),
            cause.toString(),
            "Look at the disk, or restore another dump.")
        .asException(cause);
  }
}

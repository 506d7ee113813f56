package com.dataflux.func.bundles.build;

import com.dataflux.func.bundles.layer.FileTree;
import com.dataflux.func.bundles.layer.LayerArchive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A tree as `.tgz`, which every host can unpack.
final class GzipArchive {
  private static final int BUFFER = 1 << 16;

  private GzipArchive() {}

  static void write(FileTree tree, Path file) throws IOException {
    try (OutputStream disk = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        OutputStream gzip = new Hardest(disk)) {
      LayerArchive.write(tree, gzip);
    }
  }

  private static final class Hardest extends GZIPOutputStream {
    Hardest(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}

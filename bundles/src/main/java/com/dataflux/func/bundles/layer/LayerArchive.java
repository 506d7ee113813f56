package com.dataflux.func.bundles.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Writes a tree as a tar archive: sorted, with one time for all and no names of users.
public final class LayerArchive {
  /// 2026-01-01T00:00:00Z, in milliseconds: the time of every file in an image.
  public static final long EPOCH_MILLIS = 1_767_225_600_000L;

  private LayerArchive() {}

  public static void write(FileTree tree, OutputStream out) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    for (Map.Entry<String, Node> each : tree.nodes().entrySet()) {
      String path = each.getKey();
      switch (each.getValue()) {
        case Node.Directory directory ->
            put(tar, entry(path + "/", directory.mode(), directory.uid(), directory.gid()));
        case Node.Link link -> {
          TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
          entry.setLinkName(link.target());
          put(tar, settle(entry, link.mode(), 0, 0));
        }
        case Node.File file -> {
          TarArchiveEntry entry = entry(path, file.mode(), file.uid(), file.gid());
          entry.setSize(file.content().size());
          tar.putArchiveEntry(entry);
          try (InputStream stream = file.content().open()) {
            stream.transferTo(tar);
          }
          tar.closeArchiveEntry();
        }
      }
    }
    tar.finish();
    tar.flush();
  }

  private static TarArchiveEntry entry(String name, int mode, int uid, int gid) {
    return settle(new TarArchiveEntry(name), mode, uid, gid);
  }

  private static TarArchiveEntry settle(TarArchiveEntry entry, int mode, int uid, int gid) {
    entry.setModTime(EPOCH_MILLIS);
    entry.setMode(mode);
    entry.setIds(uid, gid);
    entry.setNames("", "");
    return entry;
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry) throws IOException {
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }
}

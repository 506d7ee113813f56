package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/// The files of an uncompressed tar archive, read in place.
public final class TarContents implements Contents {
  private final FileChannel channel;
  private final TreeMap<String, TarArchiveEntry> entries = new TreeMap<>();

  /// @param strip leading directory of every name, ending in `/`; names outside it are refused.
  ///   Empty where the archive has none; links inside the archive are then followed
  public TarContents(Path file, String strip) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    try (TarFile archive = new TarFile(file)) {
      index(archive.getEntries(), strip);
    }
  }

  private void index(List<TarArchiveEntry> all, String strip) {
    Map<String, String> links = new HashMap<>();
    for (TarArchiveEntry entry : all) {
      String name = entry.getName().replaceFirst("^(\\./)+", "");
      if (entry.isDirectory()) {
        continue;
      }
      if (!name.startsWith(strip) || name.length() == strip.length()) {
        throw refused(name, "it is outside " + strip);
      }
      String inner = name.substring(strip.length());
      if (strip.isEmpty() && (entry.isSymbolicLink() || entry.isLink())) {
        links.put(inner, entry.getLinkName());
      } else if (!entry.isFile() || entry.isSparse() || entries.put(inner, entry) != null) {
        throw refused(name, "it is not a plain file, or is there twice");
      }
    }
    links.forEach((name, target) -> follow(name, target));
  }

  // Older engines write a layer that two images share as a link; it never needs to leave the
  // archive.
  private void follow(String name, String target) {
    Path base = Path.of("/" + name).getParent();
    String there = (base == null ? Path.of("/") : base).resolve(target).normalize().toString();
    TarArchiveEntry entry = entries.get(there.substring(1));
    if (entry == null) {
      throw refused(name, "it is a link to %s, which the archive does not hold".formatted(target));
    }
    entries.put(name, entry);
  }

  @Override
  public SortedSet<String> names() {
    return entries.navigableKeySet();
  }

  @Override
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  @Override
  public long size(String name) throws IOException {
    return entry(name).getSize();
  }

  @Override
  public InputStream open(String name) throws IOException {
    TarArchiveEntry entry = entry(name);
    return new FileSlice(channel, entry.getDataOffset(), entry.getSize());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private TarArchiveEntry entry(String name) throws IOException {
    TarArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new NoSuchFileException(name);
    }
    return entry;
  }

  private static RuntimeException refused(String name, String why) {
    return ProblemKind.BUNDLE_MALFORMED.exception(
        "The archive's entry %s is refused".formatted(name),
        why,
        "Fetch or build the archive again.");
  }
}

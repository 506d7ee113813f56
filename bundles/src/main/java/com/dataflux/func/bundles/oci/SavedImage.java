package com.dataflux.func.bundles.oci;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// An image as `docker save` writes it, made while it is read. Its layers are unpacked on the way:
/// old engines read no zstd, and new ones are slower at it than we are beside them.
public final class SavedImage {
  private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ImageSource source;
  private final Image image;
  private final List<Layer> carried;

  /// @param carried the layers to include, of known size; an engine has the others
  public SavedImage(ImageSource source, Image image, List<Layer> carried) {
    this.source = source;
    this.image = image;
    this.carried = List.copyOf(carried);
  }

  /// @param progress told how many more bytes of layers were read
  /// @param last called when all layers are read; only what it returns after completes the archive
  public InputStream open(LongConsumer progress, Runnable last) throws IOException {
    List<LazyParts.Part> parts = new ArrayList<>();
    addFile(parts, configName(), source.readConfig(image));
    for (Layer layer : carried) {
      parts.add(bytes(header(nameOf(layer), layer.uncompressedSize())));
      parts.add(() -> new CountingStream(content(layer), progress));
      parts.add(bytes(padding(layer.uncompressedSize())));
    }
    parts.add(
        () -> {
          last.run();
          return InputStream.nullInputStream();
        });
    addFile(parts, "manifest.json", manifest());
    parts.add(bytes(new byte[2 * BLOCK]));
    return new SequenceInputStream(new LazyParts(parts.iterator()));
  }

  /// Not checked on the way: the engine computes the digest of every layer that it takes and
  /// refuses another than the configuration names, and a second computation costs a quarter of the
  /// import.
  private InputStream content(Layer layer) throws IOException {
    return Compression.decode(source.openBlob(layer.blob()));
  }

  private String configName() {
    return image.id().hex() + ".json";
  }

  private byte[] manifest() throws IOException {
    Map<String, Object> description =
        Map.of(
            "Config", configName(),
            "RepoTags", List.of(image.reference()),
            "Layers", image.layers().stream().map(SavedImage::nameOf).toList());
    return JSON.writeValueAsBytes(List.of(description));
  }

  private static String nameOf(Layer layer) {
    return layer.diffId().hex() + "/layer.tar";
  }

  private static void addFile(List<LazyParts.Part> parts, String name, byte[] content) {
    parts.add(bytes(header(name, content.length)));
    parts.add(bytes(content));
    parts.add(bytes(padding(content.length)));
  }

  private static LazyParts.Part bytes(byte[] content) {
    return () -> new ByteArrayInputStream(content);
  }

  private static byte[] header(String name, long size) {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setModTime(0);
    byte[] header = new byte[BLOCK];
    entry.writeEntryHeader(header);
    return header;
  }

  private static byte[] padding(long size) {
    return new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)];
  }
}

package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/// Reads an OCI image layout: `oci-layout`, `index.json`, `blobs/sha256/…`.
public final class OciLayout implements ImageSource {
  public static final String MARKER = "oci-layout";
  public static final String INDEX = "index.json";
  public static final String BLOBS = "blobs/sha256/";

  private final Contents contents;
  private final String prefix;
  private final List<Image> images = new ArrayList<>();

  /// @param prefix directory of the layout in the contents, ending in `/`, or empty
  /// @param architecture whose image is taken where an index has several
  public OciLayout(Contents contents, String prefix, String architecture) throws IOException {
    this.contents = contents;
    this.prefix = prefix;
    if (!contents.has(prefix + MARKER)) {
      throw ProblemKind.BUNDLE_DAMAGED.exception(
          prefix + MARKER + " is missing", "", "Copy or build the bundle again.");
    }
    readIndex(file(INDEX), architecture);
  }

  private void readIndex(byte[] json, String architecture) throws IOException {
    for (StrictJson entry : StrictJson.read(prefix + INDEX, json).get("manifests").items()) {
      if (matches(entry, architecture)) {
        Descriptor found = ImageManifest.descriptor(entry);
        byte[] content = Blobs.read(this, found, Blobs.LARGEST_MANIFEST);
        if (MediaType.isIndex(found.mediaType())) {
          readIndex(content, architecture);
        } else {
          images.add(image(found, content));
        }
      }
    }
  }

  private static boolean matches(StrictJson entry, String architecture) {
    return !entry.has("platform")
        || entry.get("platform").get("architecture").text().equals(architecture);
  }

  private Image image(Descriptor found, byte[] content) throws IOException {
    ImageManifest manifest = ImageManifest.read(prefix + BLOBS + found.digest().hex(), content);
    byte[] config = Blobs.read(this, manifest.config(), Blobs.LARGEST_CONFIG);
    String reference = found.annotations().getOrDefault(Descriptor.REFERENCE, "");
    String name = found.annotations().getOrDefault(Descriptor.NAME, reference);
    return manifest.image(name, reference, config);
  }

  private byte[] file(String name) throws IOException {
    try (InputStream stream = contents.open(prefix + name)) {
      return stream.readNBytes(Blobs.LARGEST_MANIFEST);
    } catch (NoSuchFileException e) {
      throw missing(name);
    }
  }

  @Override
  public List<Image> images() {
    return List.copyOf(images);
  }

  @Override
  public InputStream openBlob(Descriptor blob) throws IOException {
    String name = BLOBS + blob.digest().hex();
    try {
      long size = contents.size(prefix + name);
      if (size != blob.size()) {
        throw ProblemKind.BUNDLE_DAMAGED.exception(
            prefix + name + " has the wrong size",
            "it has %d bytes and should have %d".formatted(size, blob.size()),
            "Copy or build the bundle again.");
      }
      return contents.open(prefix + name);
    } catch (NoSuchFileException e) {
      throw missing(name);
    }
  }

  @Override
  public void close() throws IOException {
    contents.close();
  }

  private RuntimeException missing(String name) {
    return ProblemKind.BUNDLE_DAMAGED.exception(
        prefix + name + " is missing", "", "Copy or build the bundle again.");
  }
}

package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;

/// Reads an OCI image layout: `oci-layout`, `index.json`, `blobs/sha256/…`.
public final class OciLayout extends StoredImages {
  public static final String MARKER = "oci-layout";
  public static final String INDEX = "index.json";
  public static final String BLOBS = "blobs/sha256/";

  private final String prefix;

  /// @param prefix directory of the layout in the contents, ending in `/`, or empty
  /// @param architecture whose image is taken where an index has several
  public OciLayout(Contents contents, String prefix, String architecture) throws IOException {
    super(contents);
    this.prefix = prefix;
    if (!contents.has(prefix + MARKER)) {
      throw missing(prefix + MARKER);
    }
    readIndex(INDEX, read(prefix + INDEX, Blobs.LARGEST_MANIFEST), architecture);
  }

  private void readIndex(String file, byte[] json, String architecture) throws IOException {
    for (Descriptor found : ImageIndex.read(prefix + file, json, architecture)) {
      byte[] content = Blobs.read(this, found, Blobs.LARGEST_MANIFEST);
      if (MediaType.isIndex(found.mediaType())) {
        readIndex(BLOBS + found.digest().hex(), content, architecture);
      } else {
        images.add(image(found, content));
      }
    }
  }

  private Image image(Descriptor found, byte[] content) throws IOException {
    ImageManifest manifest = ImageManifest.read(prefix + BLOBS + found.digest().hex(), content);
    byte[] config = Blobs.read(this, manifest.config(), Blobs.LARGEST_CONFIG);
    for (Descriptor layer : manifest.layers()) {
      fileOf(layer);
    }
    String reference = found.annotations().getOrDefault(Descriptor.REFERENCE, "");
    String name = found.annotations().getOrDefault(Descriptor.NAME, reference);
    return manifest.image(name, reference, config);
  }

  @Override
  public InputStream openBlob(Descriptor blob) throws IOException {
    return open(fileOf(blob));
  }

  /// The file of a blob, which is there in its full size.
  private String fileOf(Descriptor blob) throws IOException {
    String file = prefix + BLOBS + blob.digest().hex();
    long size = size(file);
    if (size != blob.size()) {
      throw ProblemKind.BUNDLE_DAMAGED.exception(
          file + " has the wrong size",
          "it has %d bytes and should have %d".formatted(size, blob.size()),
          "Copy or build the bundle again.");
    }
    return file;
  }
}

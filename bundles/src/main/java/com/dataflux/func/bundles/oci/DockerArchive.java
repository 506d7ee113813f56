package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads an archive of `docker save`, of any age, unpacked beforehand where it was compressed.
public final class DockerArchive extends StoredImages {
  static final String MANIFEST = "manifest.json";

  private final Map<Digest, String> places = new HashMap<>();

  /// @param name for an image that the archive gives none
  public DockerArchive(Contents contents, String name) throws IOException {
    super(contents);
    for (StrictJson entry :
        StrictJson.read(MANIFEST, read(MANIFEST, Blobs.LARGEST_CONFIG)).items()) {
      images.add(image(entry, name));
    }
  }

  /// Opens an archive, through a temporary file where it is compressed.
  public static DockerArchive open(Path archive, String name) throws IOException {
    return new DockerArchive(UnpackedArchive.of(archive), name);
  }

  private Image image(StrictJson entry, String name) throws IOException {
    String configName = entry.get("Config").text();
    byte[] configuration = read(configName, Blobs.LARGEST_CONFIG);
    Descriptor config =
        new Descriptor(MediaType.CONFIG, Digest.of(configuration), configuration.length);
    // The name says the digest in every form: `<hex>.json` or `blobs/sha256/<hex>`.
    if (!configName.contains(config.digest().hex())) {
      throw ProblemKind.BUNDLE_DAMAGED.exception(
          configName + " is not what its name says",
          "its digest is " + config.digest(),
          "Fetch or save the image again.");
    }
    places.put(config.digest(), configName);
    List<Digest> diffIds = ImageConfig.read(config.digest(), configuration).diffIds();
    List<StrictJson> files = entry.get("Layers").items();
    List<Descriptor> layers = new ArrayList<>();
    for (int i = 0; i < files.size() && i < diffIds.size(); i++) {
      layers.add(layer(files.get(i).text(), diffIds.get(i)));
    }
    List<StrictJson> tags = entry.has("RepoTags") ? entry.get("RepoTags").items() : List.of();
    String reference = tags.isEmpty() ? name : tags.getFirst().text();
    return new ImageManifest(config, layers).image(name, reference, configuration);
  }

  private Descriptor layer(String file, Digest diffId) throws IOException {
    boolean byDigest = file.matches(OciLayout.BLOBS + "[0-9a-f]{64}");
    Digest digest = byDigest ? new Digest(file.substring(OciLayout.BLOBS.length())) : diffId;
    places.put(digest, file);
    if (digest.equals(diffId)) {
      return new Descriptor(MediaType.LAYER, digest, size(file));
    }
    // Engines that want layers unpacked want their sizes first, and these archives do not tell.
    Map<String, String> known = Map.of(Descriptor.UNCOMPRESSED_SIZE, Long.toString(unpacked(file)));
    return new Descriptor(MediaType.LAYER_GZIP, digest, size(file), known);
  }

  private long unpacked(String file) throws IOException {
    try (InputStream layer = Compression.decode(open(file))) {
      return layer.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Override
  public InputStream openBlob(Descriptor blob) throws IOException {
    String place = places.get(blob.digest());
    if (place == null) {
      throw missing(blob.digest().toString());
    }
    return open(place);
  }
}

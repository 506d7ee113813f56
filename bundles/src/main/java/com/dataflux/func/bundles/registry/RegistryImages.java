package com.dataflux.func.bundles.registry;

import com.dataflux.func.bundles.oci.Blobs;
import com.dataflux.func.bundles.oci.Descriptor;
import com.dataflux.func.bundles.oci.Image;
import com.dataflux.func.bundles.oci.ImageIndex;
import com.dataflux.func.bundles.oci.ImageManifest;
import com.dataflux.func.bundles.oci.ImageSource;
import com.dataflux.func.bundles.oci.MediaType;
import com.dataflux.func.platform.ProblemKind;
import com.dataflux.func.platform.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// One image of a registry; its blobs are fetched when they are read.
public final class RegistryImages implements ImageSource {
  private final RegistryReference reference;
  private final RegistryClient client;
  private final Image image;

  /// @param text `host[:port]/repository[:tag][@digest]`
  /// @param name of the image in the catalog
  /// @param architecture whose image is taken where the registry has several
  /// @throws com.dataflux.func.platform.ProblemException of kind `SOURCE_UNUSABLE`
  public RegistryImages(String text, String name, String architecture) throws IOException {
    this.reference = RegistryReference.parse(text);
    this.client = new RegistryClient(reference);
    byte[] json = client.manifest(reference.version());
    if (reference.version().startsWith("sha256:")) {
      check(json, Digest.parse(reference.version()));
    }
    if (ImageIndex.is(json)) {
      json = chosen(json, architecture);
    }
    ImageManifest manifest = ImageManifest.read(reference.toString(), json);
    byte[] config = Blobs.read(this, manifest.config(), Blobs.LARGEST_CONFIG);
    this.image = manifest.image(name, text, config);
  }

  private byte[] chosen(byte[] index, String architecture) throws IOException {
    List<Descriptor> fitting =
        ImageIndex.read(reference.toString(), index, architecture).stream()
            .filter(found -> !MediaType.isIndex(found.mediaType()))
            .toList();
    if (fitting.size() != 1) {
      throw ProblemKind.SOURCE_UNUSABLE.exception(
          "The image %s cannot be taken".formatted(reference),
          "it has %d manifests for %s".formatted(fitting.size(), architecture),
          "Name one by its digest: …@sha256:….");
    }
    Digest digest = fitting.getFirst().digest();
    return check(client.manifest(digest.toString()), digest);
  }

  private byte[] check(byte[] manifest, Digest expected) {
    if (!Digest.of(manifest).equals(expected)) {
      throw ProblemKind.SOURCE_UNUSABLE.exception(
          "The registry gives another manifest of %s".formatted(reference),
          "its digest is not %s".formatted(expected),
          "Look at what stands between this machine and the registry.");
    }
    return manifest;
  }

  @Override
  public List<Image> images() {
    return List.of(image);
  }

  @Override
  public InputStream openBlob(Descriptor blob) throws IOException {
    return client.blob(blob.digest());
  }

  @Override
  public void close() {
    client.close();
  }
}

package com.dataflux.func.bundles.oci;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A place that images can be read from: an OCI layout, an archive of `docker save`, a registry.
/// Streams may be opened from several threads at once.
public interface ImageSource extends AutoCloseable {

  List<Image> images();

  /// The bytes of a configuration or a layer as they are stored, not checked against the digest.
  InputStream openBlob(Descriptor blob) throws IOException;

  /// The uncompressed tar archive of a layer. At its end the digest is checked; a longer archive
  /// than announced ends early.
  ///
  /// @throws com.dataflux.func.platform.ProblemException at the end of the stream, where the
  ///   content is not what the image's configuration says
  default InputStream openLayer(Layer layer) throws IOException {
    return new CheckedStream(Compression.decode(openBlob(layer.blob())), layer);
  }

  /// The configuration, checked against its digest.
  default byte[] readConfig(Image image) throws IOException {
    return Blobs.read(this, image.config(), Blobs.LARGEST_CONFIG);
  }

  @Override
  void close() throws IOException;
}

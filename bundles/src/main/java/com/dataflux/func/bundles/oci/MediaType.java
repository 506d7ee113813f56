package com.dataflux.func.bundles.oci;

/// The media types that images are made of. Docker's own names mean the same as OCI's.
public final class MediaType {
  public static final String INDEX = "application/vnd.oci.image.index.v1+json";
  public static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  public static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  public static final String LAYER = "application/vnd.oci.image.layer.v1.tar";
  public static final String LAYER_GZIP = LAYER + "+gzip";
  public static final String LAYER_ZSTD = LAYER + "+zstd";
  public static final String DOCKER_LIST =
      "application/vnd.docker.distribution.manifest.list.v2+json";
  public static final String DOCKER_MANIFEST =
      "application/vnd.docker.distribution.manifest.v2+json";

  private MediaType() {}

  /// Whether the type is that of a list of manifests, one a platform.
  public static boolean isIndex(String type) {
    return type.equals(INDEX) || type.equals(DOCKER_LIST);
  }
}

package com.dataflux.func.platform.engine;

/// Who keeps an engine's images: what an image's id means depends on it.
public enum ImageStore {
  /// The engine itself; an image's id is the digest of its configuration.
  GRAPH_DRIVER,
  /// containerd (the default of fresh engines from 29 on); an image's id is the digest of its
  /// manifest or index.
  CONTAINERD
}

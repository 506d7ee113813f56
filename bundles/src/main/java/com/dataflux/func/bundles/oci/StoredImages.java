package com.dataflux.func.bundles.oci;

import com.dataflux.func.platform.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/// Images whose configurations and layers are named files.
abstract sealed class StoredImages implements ImageSource permits OciLayout, DockerArchive {
  final Contents contents;
  final List<Image> images = new ArrayList<>();

  StoredImages(Contents contents) {
    this.contents = contents;
  }

  @Override
  public List<Image> images() {
    return List.copyOf(images);
  }

  final InputStream open(String file) throws IOException {
    try {
      return contents.open(file);
    } catch (NoSuchFileException e) {
      throw missing(file);
    }
  }

  final long size(String file) throws IOException {
    try {
      return contents.size(file);
    } catch (NoSuchFileException e) {
      throw missing(file);
    }
  }

  final byte[] read(String file, int largest) throws IOException {
    try (InputStream stream = open(file)) {
      return stream.readNBytes(largest);
    }
  }

  static RuntimeException missing(String file) {
    return ProblemKind.BUNDLE_DAMAGED.exception(
        file + " is missing", "", "Copy, fetch or build the bundle or image again.");
  }

  @Override
  public void close() throws IOException {
    contents.close();
  }
}
